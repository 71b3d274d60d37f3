package dev.marketlake.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Recorded provider data beside the repository, where it exists: MARKETLAKE_RECORDED, or ../shared/data seen from the root. */
public final class Recorded {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Recorded() {}

    /** One line of a minute file, stamped at its close in New York time. */
    public record Line(LocalDateTime stamp, String open, String high, String low, String close, long volume) {
        public Instant openTime() {
            return stamp.atZone(NEW_YORK).toInstant().minusSeconds(60);
        }

        public Raw raw(String symbol, int sequence) {
            return Raw.minute(symbol, stamp.format(TEXT), 1, volume)
                    .stamped("CLOSE", stamp.format(TEXT))
                    .prices(open, high, low, close)
                    .observed("2019-02-16T12:00:00Z", "request-" + symbol, sequence);
        }
    }

    public static Path folder() {
        String configured = System.getenv("MARKETLAKE_RECORDED");
        if (configured != null) {
            return Path.of(configured);
        }
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        return root == null ? Path.of("none") : root.resolveSibling("shared").resolve("data");
    }

    public static boolean exists() {
        return Files.isDirectory(folder().resolve("market/av_201902_1min"));
    }

    /** The lines of a symbol, oldest first. */
    public static List<Line> minutes(String symbol) {
        Path file = folder().resolve("market/av_201902_1min/" + symbol + ".csv.gz");
        List<Line> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",");
                lines.add(new Line(
                        LocalDateTime.parse(cells[0], TEXT),
                        cells[1],
                        cells[2],
                        cells[3],
                        cells[4],
                        Long.parseLong(cells[5])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.reverse(lines);
        return lines;
    }
}
