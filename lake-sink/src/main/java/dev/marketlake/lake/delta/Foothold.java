package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the version a writer stands on is still there: a conditional put alone would continue a log that somebody has deleted. */
final class Foothold {
    private static final Pattern LOGGED = Pattern.compile("(\\d{20})\\..*");

    private final ObjectStore store;

    Foothold(ObjectStore store) {
        this.store = store;
    }

    /** One request where all is well. @throws TableGone where the log does not reach {@code version} @throws StoreFailure where the store does not say */
    void require(String folder, long version) throws StoreFailure {
        String log = folder + "/_delta_log/";
        try {
            store.head(log + "%020d.json".formatted(version));
        } catch (StoreFailure.NotFound e) {
            // Maintenance may have removed it behind a later checkpoint.
            if (newest(folder, log) < version) {
                throw TableGone.table(folder, version);
            }
        }
    }

    /** @throws TableGone where there is no bucket */
    void requireBucket(String folder) throws StoreFailure {
        newest(folder, folder + "/_delta_log/");
    }

    private long newest(String folder, String log) throws StoreFailure {
        try {
            return store.list(log, "").stream()
                    .map(StoredObject::key)
                    .map(key -> LOGGED.matcher(key.substring(log.length())))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max()
                    .orElse(-1);
        } catch (StoreFailure.NotFound e) {
            throw TableGone.bucket(store.bucket(), folder);
        }
    }
}
