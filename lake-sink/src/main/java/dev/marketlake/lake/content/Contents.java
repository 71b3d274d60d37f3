package dev.marketlake.lake.content;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.store.StoreFailure;
import java.util.Optional;

/** Tables as they are right now. */
public interface Contents {
    /** The latest version of a table; empty where there is none. @throws StoreFailure where the store gives no answer */
    Optional<TableContent> of(String table) throws StoreFailure;

    /** A file of a table. */
    Portion portion(String table, LiveFile file);
}
