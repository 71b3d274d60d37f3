package dev.marketlake.allinone.query;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A JSON array with one object per row, each on its own line. */
public final class JsonRows implements RowPrinter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final PrintWriter out;
    private List<String> columns = List.of();
    private String separator = "[";

    public JsonRows(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(List<String> names) {
        columns = List.copyOf(names);
    }

    @Override
    public void row(List<@Nullable Object> values) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int column = 0; column < columns.size(); column++) {
            object.put(columns.get(column), values.get(column));
        }
        out.println(separator);
        out.print(JSON.writeValueAsString(object));
        separator = ",";
    }

    @Override
    public void end() {
        out.println(separator.equals("[") ? "[]" : "\n]");
        out.flush();
    }
}
