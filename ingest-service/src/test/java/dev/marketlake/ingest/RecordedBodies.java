package dev.marketlake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Bodies recorded from providers, where this machine has them: in the folder named by MARKETLAKE_RECORDED, else in {@code ../shared/data}
 * beside the checkout.
 */
public final class RecordedBodies {
    private RecordedBodies() {}

    /** A folder of bodies, for example {@code alphavantage}; empty where there are none. */
    public static Optional<Path> folder(String provider) {
        String named = System.getenv("MARKETLAKE_RECORDED");
        Path data = named == null ? Path.of("../../shared/data") : Path.of(named);
        return Optional.of(data.resolve("payloads").resolve(provider)).filter(Files::isDirectory);
    }

    public static String read(Path folder, String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
