package dev.marketlake.lake.delta;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that the rows of a data file share, in the order of the table's partition columns. Dates are ISO, numbers decimal digits.
 *
 * @param values text by column name; null where the column is null
 */
public record Partition(Map<String, @Nullable String> values) {
    private static final String NULL = "__HIVE_DEFAULT_PARTITION__";
    /** What Delta writers escape in paths: everything Hive cannot have there. */
    private static final String UNSAFE = "\"#%'*/:=?\\{[]^\u007F";

    public Partition {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Hive-style folder such as {@code symbol=AAPL/trade_date=2019-02-15/}; empty for a table without partitions. */
    public String folder() {
        StringBuilder path = new StringBuilder();
        values.forEach((name, value) -> path.append(name)
                .append('=')
                .append(value == null || value.isEmpty() ? NULL : escaped(value))
                .append('/'));
        return path.toString();
    }

    private static String escaped(String value) {
        StringBuilder safe = new StringBuilder(value.length());
        for (char c : value.toCharArray()) {
            if (c < ' ' || UNSAFE.indexOf(c) >= 0) {
                safe.append(String.format("%%%02X", (int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
