package dev.marketlake.lake.law;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.PassingStore;
import dev.marketlake.lake.store.StoreFailure;

/** A control: a store that pays no heed to conditions. The start-up probe refuses it; here nobody asks the probe. */
final class Overwriting extends PassingStore {
    Overwriting(ObjectStore behind) {
        super(behind);
    }

    @Override
    public void putIfAbsent(String key, byte[] content) throws StoreFailure {
        put(key, content);
    }
}
