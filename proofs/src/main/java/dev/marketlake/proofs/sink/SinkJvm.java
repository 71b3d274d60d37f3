package dev.marketlake.proofs.sink;

import dev.marketlake.allinone.Home;
import dev.marketlake.backing.GuardedMain;
import dev.marketlake.proofs.claim.ProofFailed;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line once more, in a JVM that has the lake sink's jar and libraries besides, and compiles as for hours of work. It speaks
 * through this one, and ends with it.
 */
public final class SinkJvm {
    private static final List<String> FLAGS = List.of(
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.configurationFile=dev/marketlake/proofs/sink/laws-logback.xml",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.marketlake.events");

    private SinkJvm() {}

    /** Runs the program with these arguments. @return its exit code */
    public static int run(Home home, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + jar(home)));
        command.addAll(List.of(GuardedMain.class.getName(), "dev.marketlake.allinone.Marketlake"));
        command.addAll(arguments);
        var program =
                new ProcessBuilder(command).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        try {
            return program.start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start " + command.getFirst(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }

    /** @throws ProofFailed where the sink is not built */
    static Path jar(Home home) {
        var target = home.root().resolve("lake-sink/target");
        try (var jars = Files.newDirectoryStream(target, "lake-sink-*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        } catch (IOException missing) {
            throw new ProofFailed(notBuilt(home, target), missing);
        }
        throw new ProofFailed(notBuilt(home, target));
    }

    private static String notBuilt(Home home, Path target) {
        return target + " holds no built program: run ./mvnw -DskipTests package in " + home.root();
    }
}
