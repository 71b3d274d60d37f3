package dev.marketlake.lake.store;

import dev.marketlake.backing.ObjectStoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A real S3 endpoint on a folder under target/, one for all tests of this JVM; each test takes a bucket of its own. */
public final class LocalStore {
    private static final Path DIR = dir();
    private static final dev.marketlake.backing.ObjectStore SERVER =
            dev.marketlake.backing.ObjectStore.start(ObjectStoreSettings.in(DIR));

    private LocalStore() {}

    private static Path dir() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "object-store")), "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of a bucket that nobody has used. */
    public static StoreSettings freshBucket() {
        return bucket("test-" + UUID.randomUUID());
    }

    static StoreSettings bucket(String name) {
        return StoreSettings.of(
                URI.create(SERVER.endpoint()), SERVER.accessKey(), SERVER.secretKey(), "us-east-1", name);
    }

    /** Where the objects of a bucket lie as plain files. */
    public static Path folder(StoreSettings settings) {
        return DIR.resolve("data").resolve(settings.bucket()).toAbsolutePath();
    }
}
