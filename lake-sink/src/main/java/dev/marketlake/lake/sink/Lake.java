package dev.marketlake.lake.sink;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreProbe;
import dev.marketlake.lake.store.StoreProbe.Verdict;
import dev.marketlake.reach.Reach;
import org.jspecify.annotations.Nullable;

/** The bucket as the sink sees it: nothing is written to it before it has shown that it can hold a lake. Safe for any thread. */
public final class Lake {
    private final ObjectStore store;
    private volatile @Nullable Verdict verdict;

    public Lake(ObjectStore store) {
        this.store = store;
    }

    /** Makes the bucket where it is missing and tries the store out. @throws StoreFailure where it does not answer */
    Verdict prove() throws StoreFailure {
        store.ensureBucket();
        Verdict found = new StoreProbe(store).verdict();
        verdict = found;
        return found;
    }

    /** Whether the store answers and can be written to. */
    public Reach reach() {
        if (verdict instanceof Verdict.Unsafe unsafe) {
            return new Reach.Unreached(unsafe.reason());
        }
        try {
            store.list("_marketlake/probe/", "");
            return new Reach.Reached("bucket " + store.bucket());
        } catch (StoreFailure e) {
            return new Reach.Unreached(String.valueOf(e.getMessage()));
        }
    }
}
