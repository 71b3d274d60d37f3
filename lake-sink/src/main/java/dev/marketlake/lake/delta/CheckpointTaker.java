package dev.marketlake.lake.delta;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;

/**
 * Takes positions and live files out of a checkpoint, in no particular order. What was removed is no matter: Kernel's checkpoints forget
 * what the checkpoint before remembered.
 */
interface CheckpointTaker {
    /** The part of a checkpoint's rows that is taken. */
    StructType SCHEMA = new StructType()
            .add("txn", SetTransaction.FULL_SCHEMA)
            .add("add", new StructType().add("path", StringType.STRING));

    void position(String source, long next);

    void added(String path);

    /** @param row of {@link #SCHEMA}: one of its columns is not null, or none where it is an action of another kind */
    default void take(Row row) {
        if (!row.isNullAt(0)) {
            position(row.getStruct(0).getString(0), row.getStruct(0).getLong(1));
        } else if (!row.isNullAt(1)) {
            added(LogEntry.path(row.getStruct(1).getString(0)));
        }
    }
}
