package dev.marketlake.allinone.explain;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.RowPrinter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All rows of a small result, by column. */
final class LakeRows implements RowPrinter {
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    private List<String> columns = List.of();

    private LakeRows() {}

    /** @throws dev.marketlake.allinone.query.QueryRefused where the lake does not answer */
    static List<Map<String, @Nullable Object>> of(Lake lake, String sql) {
        var rows = new LakeRows();
        lake.query(sql, rows);
        return rows.rows;
    }

    @Override
    public void begin(List<String> names) {
        columns = List.copyOf(names);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        rows.add(row);
    }

    @Override
    public void end() {}
}
