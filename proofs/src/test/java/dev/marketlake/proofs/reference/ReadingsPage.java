package dev.marketlake.proofs.reference;

import static dev.marketlake.proofs.reference.Markdown.code;

import dev.marketlake.lake.delta.Column;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** Every reading: the columns of doubles of gold.indicators and gold.performance, which are documented as "definition, unit; warm-up". */
final class ReadingsPage {
    private static final Pattern DOCUMENTED = Pattern.compile(
            "(?<definition>.*?), (?<unit>(?:in |dimensionless|as a share|0 to )[^;]*); (?<warmup>.*)\\.");

    private ReadingsPage() {}

    static String text() {
        return new Markdown("Readings")
                .text(
                        "Columns of `gold.indicators` and `gold.performance`, and fields of `market.indicators` and `market.performance`,"
                                + " where they are spelt `ma15m`. A reading that is not ready is null, never 0.")
                .section("Of a bar")
                .text(
                        "Of each complete valid bar, over the complete valid bars of the same symbol and interval, this one included. The"
                                + " *anchor* is the first of them at or after the start of the second session before (at 15m the fifth, at 30m the"
                                + " tenth, at 1h the twentieth: `marketlake.stream.warm-up-sessions`, see [settings](settings.md)); no reading"
                                + " looks further back.")
                .table(List.of("reading", "definition", "unit", "warm-up"), rows(Tables.INDICATORS))
                .section("Of a trade date")
                .text(
                        "Of each trade date, over its complete valid daily bars. Days are sessions of the symbol's calendar, today included;"
                                + " a session without a bar keeps its place. Earlier prices are divided by the splits since.")
                .table(List.of("reading", "definition", "unit", "warm-up"), rows(Tables.PERFORMANCE))
                .toString();
    }

    private static List<List<String>> rows(LakeTable table) {
        return TableRows.of(table, table.partitions()).shape().columns().stream()
                .filter(column -> column.type().getType() == Schema.Type.DOUBLE)
                .map(ReadingsPage::row)
                .toList();
    }

    private static List<String> row(Column column) {
        var found = DOCUMENTED.matcher(column.doc());
        if (!found.matches()) {
            throw new IllegalStateException(
                    column.name() + " is not documented as 'definition, unit; warm-up.': " + column.doc());
        }
        return List.of(code(column.name()), found.group("definition"), found.group("unit"), found.group("warmup"));
    }
}
