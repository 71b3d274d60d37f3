package dev.marketlake.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Recorded CSV files, row by row under the names of their header. */
final class RecordedCsv {
    private RecordedCsv() {}

    /** Symbols of the files of a folder below {@code market}, sorted. */
    static List<String> symbols(String folder) {
        try (Stream<Path> files = Files.list(Recorded.folder().resolve("market").resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".csv.gz", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows in the order they stand in. */
    static List<Map<String, String>> rows(String folder, String symbol) {
        Path file = Recorded.folder().resolve("market").resolve(folder).resolve(symbol + ".csv.gz");
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String[] header = in.readLine().split(",");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
