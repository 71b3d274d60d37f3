package dev.marketlake.allinone.suite;

import dev.marketlake.backing.JavaProgram;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Our own programs as the build left them in a checkout. */
final class Programs {
    private static final List<String> EVERY_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.marketlake.events");

    private static final String RUNNABLE = "-exec.jar";

    private final Path home;

    Programs(Path home) {
        this.home = home;
    }

    /** A Spring Boot service; {@code flags} besides those every JVM of the suite gets. */
    JavaProgram service(String module, Path log, List<String> flags) {
        var jar = jar(module, RUNNABLE);
        try {
            return JavaProgram.ofJar(module, jar, log).withJvmFlags(with(flags));
        } catch (IllegalArgumentException incomplete) {
            throw new SuiteFailure(incomplete.getMessage() + ": run ./mvnw -DskipTests package in " + home, incomplete);
        }
    }

    JavaProgram simulator(Path log) {
        var module = "market-simulator";
        var libraries = home.resolve(module).resolve("target/lib");
        return JavaProgram.ofClass(
                        module,
                        List.of(jar(module, ".jar").toString(), libraries + "/*"),
                        "dev.marketlake.simulator.SimulatorProgram",
                        log)
                .withJvmFlags(with(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1")));
    }

    private static List<String> with(List<String> flags) {
        return Stream.concat(EVERY_JVM.stream(), flags.stream()).toList();
    }

    private Path jar(String module, String ending) {
        var target = home.resolve(module).resolve("target");
        try (var files = Files.newDirectoryStream(target, module + "-*" + ending)) {
            for (var file : files) {
                if (isRunnable(file.toString()) == isRunnable(ending)) {
                    return file;
                }
            }
        } catch (IOException | DirectoryIteratorException failure) {
            throw new SuiteFailure(notBuilt(target), failure);
        }
        throw new SuiteFailure(notBuilt(target));
    }

    /** Whether it is the one file with all libraries inside, which stands beside the plain jar. */
    private static boolean isRunnable(String jar) {
        return jar.endsWith(RUNNABLE);
    }

    private String notBuilt(Path target) {
        return target + " holds no built program: run ./mvnw -DskipTests package in " + home;
    }
}
