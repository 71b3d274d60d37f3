package dev.marketlake.allinone.audit;

import java.util.Locale;

/**
 * Something that does not hold.
 *
 * @param table where
 * @param check what was looked at
 * @param said how much differs, and the first of it
 */
public record Difference(String table, Check check, String said) {

    /** What an audit looks at. */
    public enum Check {
        /** Each offset below the watermark is in Bronze once. */
        OFFSETS,
        /** No row comes from beyond what the table's log says it has taken. */
        WATERMARKS,
        /** Each key has one row. */
        KEYS,
        /** The raw records behind each row are in Bronze. */
        LINEAGE,
        /** Every live file is in the store as the log describes it, and nothing lies there that no version knows. */
        FILES
    }

    @Override
    public String toString() {
        return table + " " + check.name().toLowerCase(Locale.ROOT) + ": " + said;
    }
}
