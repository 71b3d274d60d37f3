package dev.marketlake.allinone.suite;

import dev.marketlake.backing.JavaProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Our own programs as the build left them in a checkout. */
public final class Programs {
    /** Of every JVM that runs code of ours. */
    public static final List<String> EVERY_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.marketlake.events");

    private final Path home;
    private final QuickStarts quickStarts;

    /** That start from what was learned. @param home the checkout */
    public Programs(Path home) {
        this(home, QuickStarts.USED);
    }

    /** @param home the checkout */
    Programs(Path home, QuickStarts quickStarts) {
        this.home = home;
        this.quickStarts = quickStarts;
    }

    /** A service; {@code flags} besides those every JVM of the suite gets. @throws SuiteFailure where it is not built */
    public JavaProgram service(String module, Path log, List<String> flags) {
        var jar = jar(module);
        try {
            return JavaProgram.ofJar(module, jar, log)
                    .withJvmFlags(with(flags, quickStarts.flags(jar.resolveSibling(module + ".aot"), jar)));
        } catch (IllegalArgumentException incomplete) {
            throw new SuiteFailure(incomplete.getMessage() + ": run ./mvnw -DskipTests package in " + home, incomplete);
        }
    }

    /** How long one of them may take to leave. */
    Duration stopPatience() {
        return quickStarts.patience();
    }

    JavaProgram simulator(Path log) {
        return service("market-simulator", log, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    }

    private static List<String> with(List<String> flags, List<String> cache) {
        return Stream.of(EVERY_JVM, flags, cache).flatMap(List::stream).toList();
    }

    /** Tells one build of a service from another: by its own classes, and by the names and sizes of what it uses. */
    String build(String module) {
        var jar = jar(module);
        var digest = new CRC32C();
        try {
            digest.update(Files.readAllBytes(jar));
            for (var library : libraries(jar.resolveSibling("lib"))) {
                digest.update((library.getFileName() + " " + Files.size(library)).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + jar, failure);
        }
        return module + " " + Long.toHexString(digest.getValue());
    }

    private static List<Path> libraries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** A program's own classes; its manifest names what it uses. @throws SuiteFailure where it is not built */
    public Path jar(String module) {
        var target = home.resolve(module).resolve("target");
        try (var files = Files.newDirectoryStream(target, module + "-*.jar")) {
            for (var file : files) {
                return file;
            }
        } catch (IOException | DirectoryIteratorException failure) {
            throw new SuiteFailure(notBuilt(target), failure);
        }
        throw new SuiteFailure(notBuilt(target));
    }

    private String notBuilt(Path target) {
        return target + " holds no built program: run ./mvnw -DskipTests package in " + home;
    }
}
