package dev.marketlake.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds the built programs: a checkout, or a copy that kept {@code backing/<module>/target}.
 *
 * @param root absolute; holds {@code backing/broker}
 */
public record Installation(Path root) {
    private static final String REMEDY = "run ./mvnw -q compile -pl backing/launch -am in ";

    public Installation {
        root = root.toAbsolutePath().normalize();
        if (!holdsBacking(root)) {
            throw new IllegalArgumentException(
                    root + " is no Marketlake installation: it has no folder backing/broker");
        }
    }

    /**
     * The folder named by the system property {@code marketlake.home}, else by the environment variable
     * {@code MARKETLAKE_HOME}, else the nearest one at or above the working directory.
     *
     * @throws IllegalArgumentException if the named folder is no installation
     * @throws IllegalStateException if none is named and none is found
     */
    public static Installation find() {
        return find(System.getProperty("marketlake.home"), System.getenv("MARKETLAKE_HOME"), Path.of(""));
    }

    static Installation find(@Nullable String property, @Nullable String variable, Path workingDirectory) {
        if (property != null) {
            return new Installation(Path.of(property));
        }
        if (variable != null) {
            return new Installation(Path.of(variable));
        }
        var start = workingDirectory.toAbsolutePath().normalize();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (holdsBacking(folder)) {
                return new Installation(folder);
            }
        }
        throw new IllegalStateException("no Marketlake installation at or above " + start
                + ": start inside a checkout, or name one with -Dmarketlake.home=DIR or MARKETLAKE_HOME=DIR");
    }

    List<String> brokerClassPath() {
        return programClassPath("broker");
    }

    List<String> objectStoreClassPath() {
        return programClassPath("object-store");
    }

    Path registryJar() {
        return built(root.resolve("backing/registry/target/registry/quarkus-run.jar"));
    }

    /** Where {@link GuardedMain} is, for a JVM that runs from a jar of jars. */
    String guardClassPath() {
        return built(root.resolve("backing/launch/target/classes")).toString();
    }

    private List<String> programClassPath(String module) {
        var target = root.resolve("backing").resolve(module).resolve("target");
        return List.of(built(target.resolve("classes")).toString(), built(target.resolve("lib")) + "/*");
    }

    private Path built(Path wanted) {
        if (!Files.exists(wanted)) {
            throw new IllegalStateException(wanted + " is not built: " + REMEDY + root);
        }
        return wanted;
    }

    private static boolean holdsBacking(Path folder) {
        return Files.isDirectory(folder.resolve("backing/broker"));
    }
}
