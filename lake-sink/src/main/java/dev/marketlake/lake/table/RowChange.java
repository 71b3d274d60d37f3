package dev.marketlake.lake.table;

import dev.marketlake.lake.delta.Partition;
import org.apache.avro.generic.GenericRecord;

/** What an arrival does to a table. */
public sealed interface RowChange {

    /** One more row. */
    record Added(Partition partition, GenericRecord row) implements RowChange {}

    /** This is the row of its key from now on. @param key made of the row at once: one without it is poison, and known by its offset then */
    record Kept(Partition partition, RowKey key, GenericRecord row) implements RowChange {}

    /** The key has no row any more. */
    record Withdrawn(Partition partition, RowKey key) implements RowChange {}

    /** The table does not change. */
    record Ignored() implements RowChange {}

    /** The record cannot be a row of a clean table. @param reason what is wrong with it */
    record Poison(String reason) implements RowChange {}
}
