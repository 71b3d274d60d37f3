package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.StoreFailure;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** A version of a table, as the log told it. Does not change; reading it may ask the store for older parts of the log. */
public interface TableState {

    /** Number of this version; each commit adds one. */
    long version();

    /** Live data files, in no particular order. */
    Collection<LiveFile> files();

    /** Live data files of one partition. */
    List<LiveFile> files(Partition partition);

    /** What the last commit of a source left under its id; empty where it never committed. @throws StoreFailure where the store gives no answer */
    OptionalLong watermark(String id) throws StoreFailure;

    /** Columns with Delta's own type names. */
    List<TypedColumn> columns();

    /** Names of the partition columns. */
    List<String> partitionedBy();

    /**
     * A column as readers see it.
     *
     * @param name snake_case
     * @param type in Delta's words: {@code string}, {@code decimal(18,8)}, {@code timestamp}, {@code array[string]}
     */
    record TypedColumn(String name, String type) {}
}
