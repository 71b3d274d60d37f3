package dev.marketlake.allinone.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code run.json}: what a running suite tells other programs about itself.
 *
 * @param pid of the process that holds the suite
 * @param market one line: where the quotes come from
 * @param bucket of the lake
 * @param config folder of the YAML files it goes by
 * @param storeCredentials path of the file with the object store's key pair
 * @param pids by component, of the present lives
 */
public record RunFile(
        long pid,
        Instant startedAt,
        String market,
        String bucket,
        String config,
        Endpoints endpoints,
        String storeCredentials,
        Map<Component, Long> pids) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public RunFile {
        pids = Map.copyOf(pids);
    }

    static Optional<RunFile> read(DataFolder folder) {
        return Files.isRegularFile(folder.runFile())
                ? Optional.of(JSON.readValue(folder.runFile(), RunFile.class))
                : Optional.empty();
    }

    /** Replaces the file in one step, so that a reader never sees half of it. */
    void write(DataFolder folder) {
        var beside = Path.of(folder.runFile() + ".new");
        try {
            Files.writeString(beside, JSON.writeValueAsString(this) + "\n");
            Files.move(beside, folder.runFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + folder.runFile(), failure);
        }
    }

    static void delete(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.runFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + folder.runFile(), failure);
        }
    }
}
