package dev.marketlake.allinone.query;

import java.util.stream.Collectors;

/** DuckDB's statement for a view over a table's live files: the table's columns, in its order and its types, whatever a file lacks. */
final class TableView {
    private TableView() {}

    static String create(LiveTable table) {
        return "CREATE VIEW " + table.name() + " AS " + rows(table);
    }

    private static String rows(LiveTable table) {
        return empty(table) + (table.files().isEmpty() ? "" : " UNION ALL BY NAME " + contents(table));
    }

    static String create(GivenTable given) {
        var table = given.table();
        return given.only().isEmpty()
                ? create(table)
                : "CREATE VIEW " + table.name() + " AS SELECT * FROM (" + rows(table) + ") WHERE " + given.only();
    }

    /** Gives the view its columns, files or not. */
    private static String empty(LiveTable table) {
        return table.columns().stream()
                .map(column -> "NULL::" + column.type() + " AS " + name(column.name()))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    private static String contents(LiveTable table) {
        var files =
                table.files().stream().map(file -> text(file.toString())).collect(Collectors.joining(", ", "[", "]"));
        // Named: a folder above the table that looks like x=y would be taken for a column.
        return "SELECT COLUMNS(" + text(namesOf(table)) + ") FROM read_parquet(" + files + ", union_by_name = true"
                + partitions(table) + ")";
    }

    /** A regular expression that matches the table's columns and nothing else. */
    private static String namesOf(LiveTable table) {
        return table.columns().stream()
                .map(column -> column.name().replaceAll("[^A-Za-z0-9_]", "."))
                .collect(Collectors.joining("|", "^(", ")$"));
    }

    private static String partitions(LiveTable table) {
        if (table.partitioned().isEmpty()) {
            return ", hive_partitioning = false";
        }
        return table.columns().stream()
                .filter(column -> table.partitioned().contains(column.name()))
                .map(column -> name(column.name()) + ": " + column.type())
                .collect(Collectors.joining(", ", ", hive_partitioning = true, hive_types = {", "}"));
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
