package dev.marketlake.lake.store;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A bucket of a test's own: made before it, its store closed after it. */
public final class OwnBucket implements BeforeEachCallback, AfterEachCallback {
    private final MinioObjectStore store;

    /** @param settings of a bucket that nobody has used */
    public OwnBucket(StoreSettings settings) {
        this.store = MinioObjectStore.of(settings);
    }

    public MinioObjectStore store() {
        return store;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws StoreFailure {
        store.ensureBucket();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        store.close();
    }
}
