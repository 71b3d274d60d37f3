package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.TableRows;

/** What has to happen once the rows taken so far are in the table. */
sealed interface AfterFlush {
    /** Records have more fields: widen the table. */
    record Widen(TableRows rows) implements AfterFlush {}

    /** Nothing more can be taken. */
    record Halt(String reason) implements AfterFlush {}

    /** Kafka does not have the next offset any more: ask the log again. */
    record Replace() implements AfterFlush {}
}
