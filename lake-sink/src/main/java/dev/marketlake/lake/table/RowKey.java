package dev.marketlake.lake.table;

import java.util.List;

/**
 * What tells the rows of one partition apart. Ordered column by column.
 *
 * @param values of the key columns that are not partition columns, in the table's order: text, whole numbers or times
 */
public record RowKey(List<Object> values) implements Comparable<RowKey> {
    public RowKey {
        values = List.copyOf(values);
    }

    @Override
    @SuppressWarnings("unchecked")
    public int compareTo(RowKey other) {
        for (int i = 0; i < values.size(); i++) {
            int order = ((Comparable<Object>) values.get(i)).compareTo(other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
