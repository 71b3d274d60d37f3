package dev.marketlake.allinone.query;

import dev.marketlake.lake.store.StoreSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a lake is.
 *
 * @param store S3 endpoint, credentials and bucket
 * @param folder where the bucket's objects are also files of this machine; empty where they must be downloaded
 */
public record LakeLocation(StoreSettings store, Optional<Path> folder) {

    /** This bucket's own part of a cache for all. */
    Path folderIn(Path cache) {
        return cache.resolve(store.endpoint().getAuthority().replace(':', '-')).resolve(store.bucket());
    }
}
