package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.LocalStore;

/** On S3Proxy over a folder, as the all-in-one runs it. */
class DeltaTableTest extends DeltaTableContract {
    DeltaTableTest() {
        super(LocalStore.freshBucket());
    }
}
