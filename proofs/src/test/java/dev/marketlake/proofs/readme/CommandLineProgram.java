package dev.marketlake.proofs.readme;

import dev.marketlake.allinone.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, started as the launcher starts it, from the classes of this build. */
public record CommandLineProgram(Process process, Path log) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    public static CommandLineProgram start(Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.marketlake.allinone.Marketlake"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("MARKETLAKE_HOME", Home.find().root().toString());
        return new CommandLineProgram(builder.start(), log);
    }

    public String output() throws IOException {
        return Files.readString(log);
    }

    /** Returns when it has printed this. @throws IllegalStateException if it ends before, or takes too long */
    void awaitLine(String text, Duration within) throws IOException, InterruptedException {
        for (var looks = within.dividedBy(BETWEEN_LOOKS); looks > 0; looks--) {
            if (output().contains(text)) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("it never said '" + text + "': " + output());
    }

    public int exitCode() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end: " + output());
        }
        return process.exitValue();
    }

    /** As Ctrl-C would. */
    int stop() throws IOException, InterruptedException {
        process.destroy();
        return exitCode();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
