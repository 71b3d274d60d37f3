package dev.marketlake.allinone.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs SQL over tables in a DuckDB of its own, in memory. {@code bars} alone finds {@code silver.bars}. Times are UTC. */
final class LakeSql {
    private LakeSql() {}

    /** @throws QueryRefused in one line, where DuckDB does not accept or cannot finish the statement */
    static void run(String sql, Collection<LiveTable> tables, RowPrinter printer) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            lay(tables, connection);
            print(sql, statement, printer);
        } catch (SQLException refused) {
            throw new QueryRefused(firstLine(String.valueOf(refused.getMessage())), refused);
        }
    }

    private static void lay(Collection<LiveTable> tables, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            for (var layer : List.of("silver", "gold", "bronze")) {
                statement.execute("CREATE SCHEMA " + layer);
            }
            statement.execute("SET search_path = 'silver,gold,bronze,main'");
            for (var table : tables) {
                statement.execute(TableView.create(table));
            }
        }
    }

    private static void print(String sql, Statement statement, RowPrinter printer) throws SQLException {
        if (!statement.execute(sql)) {
            return;
        }
        try (var result = statement.getResultSet()) {
            var columns = result.getMetaData();
            var names = new ArrayList<String>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                names.add(columns.getColumnLabel(column));
            }
            printer.begin(names);
            while (result.next()) {
                printer.row(values(result, names.size()));
            }
            printer.end();
        }
    }

    private static List<@Nullable Object> values(ResultSet result, int columns) throws SQLException {
        var values = new ArrayList<@Nullable Object>(columns);
        for (int column = 1; column <= columns; column++) {
            values.add(Cell.of(result.getObject(column)));
        }
        return values;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("DuckDB refused the statement");
    }
}
