package dev.marketlake.lake.table;

import org.apache.avro.generic.GenericRecord;

/** What a record does to the row of its key. */
public interface FateRule {
    /** A record with {@code deleted = true} takes its row away, any other becomes it. */
    FateRule DELETED_FLAG = record -> isTrue(record, "deleted") ? Fate.WITHDRAW : Fate.KEEP;

    /** What happens to a row. */
    enum Fate {
        /** The record becomes the row of its key. */
        KEEP,
        /** The row of its key goes. */
        WITHDRAW,
        /** The record is none of this table's business. */
        IGNORE
    }

    Fate of(GenericRecord record);

    /** Whether a boolean field is there and true. */
    static boolean isTrue(GenericRecord record, String field) {
        return record.getSchema().getField(field) != null && Boolean.TRUE.equals(record.get(field));
    }
}
