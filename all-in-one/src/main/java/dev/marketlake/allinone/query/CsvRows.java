package dev.marketlake.allinone.query;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 4180, with a header line; null is an empty field, an empty text is {@code ""}. */
public final class CsvRows implements RowPrinter {
    private final PrintWriter out;

    public CsvRows(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(List<String> columns) {
        out.println(columns.stream().map(CsvRows::field).collect(Collectors.joining(",")));
    }

    @Override
    public void row(List<@Nullable Object> values) {
        out.println(values.stream()
                .map(value -> value == null ? "" : field(Cell.text(value)))
                .collect(Collectors.joining(",")));
    }

    @Override
    public void end() {
        out.flush();
    }

    private static String field(String text) {
        return text.isEmpty() || text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
