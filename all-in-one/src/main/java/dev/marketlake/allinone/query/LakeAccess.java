package dev.marketlake.allinone.query;

import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.backing.Credentials;
import dev.marketlake.backing.ObjectStore;
import dev.marketlake.backing.ObjectStoreSettings;
import dev.marketlake.lake.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** A lake together with what had to be started to read it. */
public final class LakeAccess implements AutoCloseable {
    private static final String BUCKET = "market-lake";
    private static final String REGION = "us-east-1";

    private final Lake lake;
    private final Optional<ObjectStore> started;

    private LakeAccess(Lake lake, Optional<ObjectStore> started) {
        this.lake = lake;
        this.started = started;
    }

    /** The lake of a suite: through its object store where it runs, else with an object store started for this alone. */
    public static LakeAccess of(DataFolder folder) {
        var credentials = folder.credentials();
        var run = folder.running();
        if (run.isPresent()) {
            var bucket = run.get().bucket();
            return new LakeAccess(lake(folder, run.get().endpoints().store(), bucket, credentials), Optional.empty());
        }
        var store = ObjectStore.start(ObjectStoreSettings.in(folder.store()).withCredentials(credentials));
        return new LakeAccess(lake(folder, store.endpoint(), BUCKET, credentials), Optional.of(store));
    }

    /** A lake somewhere else. */
    public static LakeAccess of(StoreSettings store, Path cache) {
        return new LakeAccess(Lake.at(new LakeLocation(store, Optional.empty()), cache), Optional.empty());
    }

    private static Lake lake(DataFolder folder, String endpoint, String bucket, Credentials credentials) {
        var store = StoreSettings.of(
                URI.create(endpoint), credentials.accessKey(), credentials.secretKey(), REGION, bucket);
        return Lake.at(new LakeLocation(store, Optional.of(folder.bucket(bucket))), folder.root());
    }

    public Lake lake() {
        return lake;
    }

    @Override
    public void close() {
        lake.close();
        started.ifPresent(ObjectStore::close);
    }
}
