package dev.marketlake.proofs.order;

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
 * The command line once more, in a JVM that has the stream processor's jar and libraries besides, and compiles as for hours of work. It
 * speaks through this one, and ends with it.
 */
public final class StreamJvm {
    private static final List<String> FLAGS = List.of(
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.marketlake.events");

    private StreamJvm() {}

    /** Runs the program with these arguments. @return its exit code */
    public static int run(Home home, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", jar(home) + File.pathSeparator + System.getProperty("java.class.path")));
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

    private static Path jar(Home home) {
        var target = home.root().resolve("stream-processor/target");
        try (var jars = Files.newDirectoryStream(target, "stream-processor-*.jar")) {
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
