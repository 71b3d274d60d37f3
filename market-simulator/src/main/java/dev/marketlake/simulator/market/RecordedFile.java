package dev.marketlake.simulator.market;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * One recorded CSV file, read but not interpreted: rows in file order, number texts untouched.
 *
 * <p>Named SYMBOL.csv, SYMBOL.csv.gz or SYMBOL_anything.csv; header {@code timestamp|datetime|time,open,high,low,close,volume}; stamps
 * {@code 2019-02-15 16:00:00} in exchange-local time. A missing newline at the end is fine.
 */
record RecordedFile(Path path, Symbol symbol, List<Row> rows) {
    static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final Set<String> STAMP_COLUMNS = Set.of("timestamp", "datetime", "time");
    private static final String REST_OF_HEADER = ",open,high,low,close,volume";
    private static final int COLUMNS = 6;

    /** A row as recorded. @param line its number in the file, from 1 */
    record Row(int line, LocalDateTime stamp, String open, String high, String low, String close, String volume) {}

    /** Whether a file of this name is a recording. */
    static boolean isRecording(Path path) {
        String name = fileName(path);
        return name.endsWith(".csv") || name.endsWith(".csv.gz");
    }

    /** @throws InvalidConfig naming file, line and remedy where the file cannot be used */
    static RecordedFile read(Path path) {
        try (BufferedReader reader = open(path)) {
            RecordedFile file = new RecordedFile(path, symbolOf(path), rows(path, reader));
            if (file.rows.isEmpty()) {
                throw new InvalidConfig("recorded file " + path + " has no rows: remove it or fill it");
            }
            return file;
        } catch (IOException e) {
            throw new InvalidConfig("recorded file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Row> rows(Path path, BufferedReader reader) throws IOException {
        requireHeader(path, reader.readLine());
        List<Row> rows = new ArrayList<>();
        Map<LocalDateTime, Integer> lines = new HashMap<>();
        int line = 1;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            line++;
            if (text.isBlank()) {
                continue;
            }
            Row row = row(path, line, text);
            Integer first = lines.putIfAbsent(row.stamp(), line);
            if (first != null) {
                throw unusable(path, line, "repeats the stamp " + STAMP.format(row.stamp()) + " of line " + first);
            }
            rows.add(row);
        }
        return rows;
    }

    private static void requireHeader(Path path, @org.jspecify.annotations.Nullable String header) {
        String columns = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        boolean known = columns.endsWith(REST_OF_HEADER)
                && STAMP_COLUMNS.contains(columns.substring(0, columns.length() - REST_OF_HEADER.length()));
        if (!known) {
            throw unusable(path, 1, "is '" + columns + "', not timestamp" + REST_OF_HEADER);
        }
    }

    private static Row row(Path path, int line, String text) {
        String[] cells = text.strip().split(",", -1);
        if (cells.length != COLUMNS) {
            throw unusable(path, line, "has " + cells.length + " columns, not " + COLUMNS);
        }
        LocalDateTime stamp;
        try {
            stamp = LocalDateTime.parse(cells[0], STAMP);
        } catch (DateTimeParseException e) {
            throw unusable(path, line, "has the stamp '" + cells[0] + "', not one like 2019-02-15 16:00:00");
        }
        for (int i = 1; i < COLUMNS; i++) {
            requireNumber(path, line, cells[i]);
        }
        return new Row(line, stamp, cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    private static void requireNumber(Path path, int line, String cell) {
        try {
            new java.math.BigDecimal(cell);
        } catch (NumberFormatException e) {
            throw unusable(path, line, "has '" + cell + "' where a number belongs");
        }
    }

    static InvalidConfig unusable(Path path, int line, String what) {
        return new InvalidConfig(
                "recorded file " + path + " line " + line + " " + what + ": correct or remove the file");
    }

    private static Symbol symbolOf(Path path) {
        String name = fileName(path).split("[._]", 2)[0].toUpperCase(Locale.ROOT);
        if (!Symbol.isValid(name)) {
            throw new InvalidConfig("recorded file " + path + " does not begin with a symbol: name it like AAPL.csv");
        }
        return new Symbol(name);
    }

    private static BufferedReader open(Path path) throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            InputStream text = fileName(path).endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }
}
