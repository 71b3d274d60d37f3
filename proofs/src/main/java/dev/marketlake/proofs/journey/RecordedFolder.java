package dev.marketlake.proofs.journey;

import dev.marketlake.proofs.claim.ProofFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The bars of a folder of SYMBOL.csv or SYMBOL.csv.gz, {@code datetime,open,high,low,close,volume}, stamped in New York time
 * at the CLOSE of the minute. An equal minute counts once.
 */
final class RecordedFolder {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalTime OPEN = LocalTime.of(9, 30);

    private final SortedMap<RecordedBar.Key, RecordedBar> bars = new TreeMap<>();
    private int lines;

    private RecordedFolder() {}

    /** @throws ProofFailed where the files are not of this form: nothing can be proven on them then */
    static RecordedFolder read(Path folder) {
        var read = new RecordedFolder();
        try (var files = Files.newDirectoryStream(folder, "*.{csv,csv.gz}")) {
            for (var file : files) {
                read.add(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + folder, failure);
        }
        if (read.bars.isEmpty()) {
            throw new ProofFailed(folder + " holds no recorded bars");
        }
        return read;
    }

    Collection<RecordedBar> bars() {
        return Collections.unmodifiableCollection(bars.values());
    }

    SortedMap<RecordedBar.Key, RecordedBar> byMinute() {
        return Collections.unmodifiableSortedMap(bars);
    }

    /** Rows in all files, equal minutes included. */
    int lines() {
        return lines;
    }

    List<String> symbols() {
        return bars.keySet().stream().map(RecordedBar.Key::symbol).distinct().toList();
    }

    private void add(Path file) throws IOException {
        var symbol = file.getFileName().toString().split("[._]", 2)[0];
        try (var reader = open(file)) {
            reader.readLine();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    add(symbol, line.split(",", -1), file);
                }
            }
        }
    }

    private void add(String symbol, String[] cells, Path file) {
        var stamp = LocalDateTime.parse(cells[0], STAMP);
        if (stamp.toLocalTime().equals(OPEN)) {
            throw new ProofFailed(file + " has a bar stamped 09:30: this proof is for files stamped at the close");
        }
        var openTime = stamp.atZone(RecordedBar.NEW_YORK).toInstant().minus(Duration.ofMinutes(1));
        var bar = new RecordedBar(
                new RecordedBar.Key(symbol, openTime),
                new BigDecimal(cells[1]),
                new BigDecimal(cells[2]),
                new BigDecimal(cells[3]),
                new BigDecimal(cells[4]),
                new BigDecimal(cells[5]));
        lines++;
        bars.put(bar.key(), bar);
    }

    private static BufferedReader open(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        var text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    }
}
