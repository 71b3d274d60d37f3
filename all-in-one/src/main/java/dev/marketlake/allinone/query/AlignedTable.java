package dev.marketlake.allinone.query;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** For people: columns as wide as their widest cell, at most 60 characters but for the last, numbers to the right. Holds at most 10,000 rows and says how many there are. */
public final class AlignedTable implements RowPrinter {
    private static final int MOST_ROWS = 10_000;
    private static final int WIDEST = 60;

    private final PrintWriter out;
    private final List<List<String>> lines = new ArrayList<>();
    private boolean[] numeric = new boolean[0];
    private long rows;

    public AlignedTable(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(List<String> columns) {
        lines.add(columns);
        numeric = new boolean[columns.size()];
    }

    @Override
    public void row(List<@Nullable Object> values) {
        rows++;
        if (rows > MOST_ROWS) {
            return;
        }
        for (int column = 0; column < values.size(); column++) {
            numeric[column] |= values.get(column) instanceof Number;
        }
        var cells = new ArrayList<String>();
        for (var value : values) {
            var text = value == null ? "" : Cell.text(value).replaceAll("\\s+", " ");
            cells.add(cells.size() == values.size() - 1 ? text : cut(text));
        }
        lines.add(List.copyOf(cells));
    }

    @Override
    public void end() {
        var widths = IntStream.range(0, numeric.length).map(this::width).toArray();
        lines.forEach(line -> out.println(aligned(line, widths)));
        out.println(rows
                + (rows == 1 ? " row" : " rows")
                + (rows > MOST_ROWS ? ", the first " + MOST_ROWS + " shown; --csv prints all" : ""));
        out.flush();
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private String aligned(List<String> line, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(line.get(column), widths[column], numeric[column] ? Side.LEFT : Side.RIGHT))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width, Side spaces) {
        var padding = " ".repeat(width - text.length());
        return spaces == Side.LEFT ? padding + text : text + padding;
    }

    private static String cut(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
    }

    private enum Side {
        LEFT,
        RIGHT
    }
}
