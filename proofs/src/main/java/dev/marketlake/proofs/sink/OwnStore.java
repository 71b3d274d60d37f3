package dev.marketlake.proofs.sink;

import dev.marketlake.backing.ObjectStore;
import dev.marketlake.backing.ObjectStoreSettings;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;

/** An S3 endpoint for one proof alone; every trial takes a bucket of its own. */
public final class OwnStore implements AutoCloseable {
    private final ObjectStore server;

    private OwnStore(ObjectStore server) {
        this.server = server;
    }

    /** Starts it. @param folder where its objects lie */
    public static OwnStore in(Path folder) {
        return new OwnStore(ObjectStore.start(ObjectStoreSettings.in(folder)));
    }

    /** A bucket, not made yet. */
    StoreSettings bucket(String name) {
        return StoreSettings.of(
                URI.create(server.endpoint()), server.accessKey(), server.secretKey(), "us-east-1", name);
    }

    /** A bucket, made. */
    MinioObjectStore open(String name) throws StoreFailure {
        var store = MinioObjectStore.of(bucket(name));
        store.ensureBucket();
        return store;
    }

    @Override
    public void close() {
        server.close();
    }
}
