package dev.marketlake.allinone.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a JVM has learned of a service beside the service's jar: {@code target/SERVICE.aot}, the JVM's AOT cache. A service without one
 * starts as well, and takes twice as long.
 */
public enum QuickStarts {
    /** Starts from the cache where it is newer than the jar; the JVM ignores it, and says so, where it does not fit. */
    USED {
        @Override
        List<String> flags(Path cache, Path jar) {
            boolean fits = cache.toFile().lastModified() > jar.toFile().lastModified();
            return fits ? List.of("-XX:AOTCache=" + cache) : List.of();
        }

        @Override
        Duration patience() {
            return Duration.ofSeconds(40);
        }
    },
    /** Makes the cache anew of what a service does until it is stopped; stopping takes that much longer. */
    LEARNED {
        @Override
        List<String> flags(Path cache, Path jar) {
            try {
                Files.deleteIfExists(cache);
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot replace " + cache, failure);
            }
            return List.of("-XX:AOTCacheOutput=" + cache);
        }

        @Override
        Duration patience() {
            return Duration.ofMinutes(4);
        }
    };

    /** For the command line of a JVM. */
    abstract List<String> flags(Path cache, Path jar);

    /** How long a service may take to leave. */
    abstract Duration patience();
}
