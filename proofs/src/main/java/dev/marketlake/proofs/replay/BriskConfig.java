package dev.marketlake.proofs.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of a configuration under which the lake sink commits every second, so that a proof waits for what it proves and nothing else. */
public final class BriskConfig {
    private static final String LAKE = """
            flush:
              append: {rows: 100000, megabytes: 16, age: PT1S}
              upsert: {rows: 50000, megabytes: 8, age: PT1S}
            """;

    private BriskConfig() {}

    /** @param copy folder to make @return it */
    public static Path of(Path config, Path copy) {
        try (var files = Files.newDirectoryStream(config, "*.yml")) {
            Files.createDirectories(copy);
            for (var file : files) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
            Files.writeString(copy.resolve("lake.yml"), LAKE);
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot copy " + config + " to " + copy, failure);
        }
    }
}
