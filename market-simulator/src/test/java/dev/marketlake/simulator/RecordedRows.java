package dev.marketlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** Compares a served series with the lines of its file. */
final class RecordedRows {
    private RecordedRows() {}

    /** Same rows in the same, newest first, order, text for text. @return their number */
    static int assertSame(JsonNode series, Path file) throws IOException {
        List<String> served = series.properties().stream()
                .map(row -> String.join(
                        ",",
                        row.getKey(),
                        row.getValue().get("1. open").asString(),
                        row.getValue().get("2. high").asString(),
                        row.getValue().get("3. low").asString(),
                        row.getValue().get("4. close").asString(),
                        row.getValue().get("5. volume").asString()))
                .toList();
        List<String> recorded = lines(file);
        assertThat(served).isEqualTo(recorded.subList(1, recorded.size()));
        return served.size();
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
