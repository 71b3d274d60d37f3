package dev.marketlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every reader of a provider makes of every body recorded from it. A line of the list: the file, the symbol that was asked for, what
 * single readers make of it, and what all others do.
 *
 * <pre>
 *   daily_full_IBM_20200508_truncated.json | IBM | days 2, actions 0 | Broken
 * </pre>
 */
public final class RecordedReadings {
    private static final String JUNK = "{}[]\",:.-+eE0123456789nulltruefalse\\ \u00e9";
    private static final int MOST_MUTATIONS = 20;
    /** Characters mutated of a body and reader: long bodies are mutated less often. */
    private static final int MUTATED = 200_000;

    private final Path folder;
    private final Map<String, BodyReader> readers;
    private final List<String[]> lines;

    /** Reads a body. */
    public interface BodyReader {
        Reading read(String body, String spelling);
    }

    private RecordedReadings(Path folder, Map<String, BodyReader> readers, List<String[]> lines) {
        this.folder = folder;
        this.readers = readers;
        this.lines = lines;
    }

    /** The tests of a provider; none where its bodies are not on this machine. */
    public static Stream<DynamicTest> tests(String provider, Map<String, BodyReader> readers, String expected) {
        List<String[]> lines = Arrays.stream(expected.split("\n"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new))
                .toList();
        return RecordedBodies.folder(provider).stream()
                .map(folder -> new RecordedReadings(folder, readers, lines))
                .flatMap(RecordedReadings::all);
    }

    private Stream<DynamicTest> all() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("every recorded file is in the list and nothing else", this::complete));
        for (String[] line : lines) {
            tests.add(dynamicTest(line[0], () -> everyReader(line)));
            tests.add(dynamicTest(line[0] + ", mutated", () -> mutated(line)));
        }
        return tests.stream();
    }

    private void complete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            lines.stream().map(line -> line[0]).toList());
        }
    }

    private void everyReader(String[] line) {
        Map<String, String> own = own(line[2]);
        assertThat(readers.keySet()).containsAll(own.keySet());
        String body = body(line[0]);
        readers.forEach((name, reader) ->
                assertThat(outcome(reader.read(body, line[1]))).as(name).isEqualTo(own.getOrDefault(name, line[3])));
    }

    private void mutated(String[] line) {
        String body = body(line[0]);
        Random random = new Random(5);
        int mutations = Math.clamp(MUTATED / body.length(), 1, MOST_MUTATIONS);
        readers.forEach((name, reader) -> {
            for (int i = 0; i < mutations; i++) {
                StringBuilder mutated = new StringBuilder(body);
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.deleteCharAt(at);
                    case 1 -> mutated.setCharAt(at, JUNK.charAt(random.nextInt(JUNK.length())));
                    default -> mutated.setLength(at);
                }
                assertThat(reader.read(mutated.toString(), line[1])).isNotNull();
            }
        });
    }

    /** The body of a recorded exchange lies inside of it. */
    private String body(String file) {
        String text = RecordedBodies.read(folder, file);
        return file.endsWith("_http.json")
                ? JsonValue.of(text).member("response").member("bodyJson").text()
                : text;
    }

    private static Map<String, String> own(String cell) {
        Map<String, String> own = new HashMap<>();
        Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .forEach(one -> {
                    String[] parts = one.split(" ", 2);
                    own.put(parts[0], parts[1]);
                });
        return own;
    }

    /** The number of rows, or the kind of failure. */
    private static String outcome(Reading reading) {
        return switch (reading) {
            case Reading.Rows rows -> Integer.toString(rows.payloads().size());
            case Reading.Refused refused ->
                refused.failure() instanceof Fetch.Throttled throttled
                        ? "Throttled " + throttled.limit()
                        : refused.failure().getClass().getSimpleName();
        };
    }
}
