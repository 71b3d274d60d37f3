package dev.marketlake.stream.run;

import dev.marketlake.config.InvalidConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Who this instance is to its group, over restarts: written down beside its state. The group takes one that comes back after a crash for
 * the one that was there, instead of waiting until that one has been silent for long enough. One state directory is one instance.
 */
final class InstanceId {
    private static final String FILE = "instance-id";

    private InstanceId() {}

    /** The id in a state directory, made up where there is none. @throws InvalidConfig where the directory cannot be used */
    static String of(Path stateDir) {
        Path file = stateDir.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return UUID.fromString(Files.readString(file).strip()).toString();
            }
            Files.createDirectories(stateDir);
            String fresh = UUID.randomUUID().toString();
            Files.writeString(file, fresh);
            return fresh;
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidConfig("marketlake.stream.state-dir = " + stateDir + " cannot be used: " + e);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfig(file + " does not hold an id: delete it");
        }
    }
}
