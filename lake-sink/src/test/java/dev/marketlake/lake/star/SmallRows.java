package dev.marketlake.lake.star;

import dev.marketlake.lake.content.Row;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows written down in a test. */
final class SmallRows {
    private SmallRows() {}

    /** Column, value, column, value. */
    static Row row(@Nullable Object... cells) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            values.put(String.valueOf(cells[i]), cells[i + 1]);
        }
        return values::get;
    }
}
