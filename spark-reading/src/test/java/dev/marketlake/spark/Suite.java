package dev.marketlake.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A suite at rest: what it left in its data folder, and the query command over it.
 *
 * @param root the repository's
 * @param data the folder that {@code --data} names
 */
record Suite(Path root, Path data) {

    /** The one that the system property {@code marketlake.suite} names, else a new one: the journey of recorded files. */
    static Suite find() throws IOException, InterruptedException {
        Path root = Path.of("").toAbsolutePath().getParent();
        String given = System.getProperty("marketlake.suite", "");
        if (!given.isBlank()) {
            return new Suite(root, Path.of(given).toAbsolutePath());
        }
        Path fresh = Files.createTempDirectory(Files.createDirectories(root.resolve("spark-reading/target")), "suite");
        run(root, List.of("prove", "journey", "--no-kills", "--data", fresh.toString()));
        return new Suite(root, fresh.resolve("plain"));
    }

    /** Where a table such as {@code silver.bars} lies, as a URI. */
    String table(String name) {
        return data.resolve("store/data/market-lake")
                .resolve(name.replace('.', '/'))
                .toUri()
                .toString();
    }

    /** The lines that {@code ./marketlake query} answers, without the header. */
    List<String> query(String sql) throws IOException, InterruptedException {
        List<String> lines = run(root, List.of("query", sql, "--csv", "--data", data.toString()))
                .lines()
                .toList();
        return lines.subList(1, lines.size());
    }

    private static String run(Path root, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("marketlake").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }
}
