package dev.marketlake.allinone.suite;

import dev.marketlake.backing.JavaProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Our own programs as the build left them in a checkout. */
final class Programs {
    private static final List<String> EVERY_JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.marketlake.events");

    private final Path home;

    Programs(Path home) {
        this.home = home;
    }

    /** A service; {@code flags} besides those every JVM of the suite gets. */
    JavaProgram service(String module, Path log, List<String> flags) {
        var jar = jar(module);
        try {
            return JavaProgram.ofJar(module, jar, log).withJvmFlags(with(flags, cache(module, jar)));
        } catch (IllegalArgumentException incomplete) {
            throw new SuiteFailure(incomplete.getMessage() + ": run ./mvnw -DskipTests package in " + home, incomplete);
        }
    }

    JavaProgram simulator(Path log) {
        return service("market-simulator", log, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    }

    private static List<String> with(List<String> flags, List<String> cache) {
        return Stream.of(EVERY_JVM, flags, cache).flatMap(List::stream).toList();
    }

    /** Names the AOT cache that the launcher made of the jar; the JVM ignores it, and says so, where it does not fit. */
    private static List<String> cache(String module, Path jar) {
        var cache = jar.resolveSibling(module + ".aot").toFile();
        boolean fits = cache.lastModified() > jar.toFile().lastModified();
        return fits ? List.of("-XX:AOTCache=" + cache) : List.of();
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

    private Path jar(String module) {
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
