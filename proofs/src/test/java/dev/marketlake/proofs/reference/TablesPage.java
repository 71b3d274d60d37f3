package dev.marketlake.proofs.reference;

import static dev.marketlake.proofs.reference.Markdown.code;

import dev.marketlake.lake.delta.Column;
import dev.marketlake.lake.table.DerivedTable;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.table.PartitionField;
import dev.marketlake.lake.table.StarSchema;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Every table of the lake with its columns. */
final class TablesPage {
    private TablesPage() {}

    /** @param config folder of lake.yml */
    static String of(Path config) {
        var settings = LakeConfig.read(config);
        var page = new Markdown("Tables")
                .text(
                        "Delta tables in the bucket `market-lake`, path = layer/name; reader version 1, writer version 2. Every column may be"
                                + " null. Where a table has a key, the latest record of a key is its row. Partitions are those of"
                                + " `config/lake.yml` as it is shipped.")
                .table(
                        List.of("table", "what", "from", "key", "partitions"),
                        Tables.all().stream()
                                .map(table -> overview(table, settings))
                                .toList());
        Tables.all().forEach(table -> describe(table, settings, page));
        page.section("Derived tables")
                .text(
                        "The sink derives them from other tables and from the calendars whenever those have changed: one of several sinks"
                                + " does, and what did not change is not written again.")
                .table(
                        List.of("table", "what", "from", "key", "partitions"),
                        StarSchema.all().stream().map(TablesPage::overview).toList());
        StarSchema.all().forEach(table -> describe(table, page));
        return page.toString();
    }

    private static List<String> overview(LakeTable table, LakeConfig settings) {
        return List.of(
                "[" + code(table.name()) + "](#" + table.name().replace(".", "") + ")",
                table.holds(),
                "[" + code(table.topic().name()) + "](topics.md#"
                        + table.topic().name().replace(".", "") + ")",
                key(table),
                columns(settings.partitions(table)));
    }

    private static void describe(LakeTable table, LakeConfig settings, Markdown page) {
        var partitionable = table.partitionable().stream().sorted().toList();
        page.section(table.name())
                .text(table.holds() + " "
                        + switch (table.writing()) {
                            case Writing.Append append -> "Each record is a row of its own.";
                            case Writing.Upsert upsert -> "Key: " + key(table) + ".";
                        }
                        + " Can be partitioned by " + columns(partitionable) + ".")
                .table(
                        List.of("column", "type", "what"),
                        TableRows.of(table, settings.partitions(table)).shape().columns().stream()
                                .map(TablesPage::row)
                                .toList());
    }

    private static List<String> overview(DerivedTable table) {
        return List.of(
                "[" + code(table.name()) + "](#" + table.name().replace(".", "") + ")",
                table.holds(),
                codes(table.from()),
                codes(table.key()),
                codes(table.partitionedBy()));
    }

    private static void describe(DerivedTable table, Markdown page) {
        page.section(table.name())
                .text(table.holds() + " Key: " + codes(table.key()) + ".")
                .table(
                        List.of("column", "type", "what"),
                        table.columns().stream().map(TablesPage::row).toList());
    }

    private static String codes(List<String> names) {
        return names.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    private static List<String> row(Column column) {
        if (column.doc().isEmpty()) {
            throw new IllegalStateException("column " + column.name() + " has no doc");
        }
        return List.of(code(column.name()), AvroType.inTable(column.type()), column.doc());
    }

    private static String key(LakeTable table) {
        return switch (table.writing()) {
            case Writing.Append append -> "none: append";
            case Writing.Upsert upsert -> codes(upsert.key());
        };
    }

    private static String columns(List<PartitionField> fields) {
        return codes(fields.stream().map(PartitionField::column).toList());
    }
}
