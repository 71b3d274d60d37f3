package dev.marketlake.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A suite at rest: the folder it left behind, and the query tool over it. Nothing here goes through Spark.
 *
 * @param data the folder that {@code --data} names
 */
record Suite(Path data) {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MINUTES = 20;

    /** The one that the system property {@code marketlake.suite} names, else a new one: all recorded files through the whole suite. */
    static Suite find() throws IOException, InterruptedException {
        String given = System.getProperty("marketlake.suite", "");
        if (!given.isEmpty()) {
            return new Suite(ROOT.resolve(given));
        }
        Path fresh = Files.createTempDirectory(Files.createDirectories(TARGET), "suite");
        marketlake("prove", "journey", "--no-kills", "--data", fresh.toString());
        return new Suite(fresh.resolve("plain"));
    }

    /** The folder of a table such as {@code silver.bars}. */
    Path folder(String table) {
        return data.resolve("store/data/market-lake").resolve(table.replace('.', '/'));
    }

    /** What DuckDB answers from the live files. Cells hold no comma; null is the empty text. */
    Answer query(String sql) throws IOException, InterruptedException {
        List<List<String>> lines = marketlake("query", sql, "--csv", "--data", data.toString())
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        return new Answer(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /** Each row has a cell per column. */
    record Answer(List<String> columns, List<List<String>> rows) {
        Answer {
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("not " + columns.size() + " cells: " + row);
                }
            }
        }
    }

    /** The newest version of a table, as the query tool knows it. */
    long newestVersion(String table) throws IOException, InterruptedException {
        for (JsonNode told : JSON.readTree(marketlake("tables", "--json", "--data", data.toString()))) {
            if (told.get("table").asText().equals(table)) {
                return told.get("version").asLong();
            }
        }
        throw new AssertionError("marketlake tables does not name " + table);
    }

    private static String marketlake(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(TARGET, "marketlake", ".out");
        Path complaint = Files.createTempFile(TARGET, "marketlake", ".err");
        Process process = new ProcessBuilder(Stream.concat(Stream.of("./marketlake"), Stream.of(arguments))
                        .toList())
                .directory(ROOT.toFile())
                .redirectOutput(output.toFile())
                .redirectError(complaint.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError(List.of(arguments) + " took longer than " + MINUTES + " min");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(List.of(arguments) + " ended with " + process.exitValue() + ":\n"
                    + Files.readString(output) + Files.readString(complaint));
        }
        String answer = Files.readString(output);
        Files.delete(output);
        Files.delete(complaint);
        return answer;
    }
}
