package dev.marketlake.allinone.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs SQL over tables in a DuckDB of its own, in memory. {@code bars} alone finds {@code silver.bars}. Times are UTC. */
final class LakeSql {
    /** Literals, comments and quoted names: what looks like an end of a statement within them is none. */
    private static final Pattern QUOTED = Pattern.compile("(?s)'[^']*+'|--[^\\n]*+|/\\*.*?\\*/|\"[^\"]*+\"");

    private static final Pattern TWO_STATEMENTS = Pattern.compile("(?s).*;\\s*+\\S.*");

    private LakeSql() {}

    /** @throws QueryRefused in one line, where DuckDB does not accept or cannot finish the statement */
    static void run(String sql, Collection<LiveTable> tables, RowPrinter printer) {
        if (TWO_STATEMENTS.matcher(QUOTED.matcher(sql).replaceAll("")).matches()) {
            throw new QueryRefused("these are several statements: give one at a time");
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            lay(tables, connection);
            try (var statement = connection.prepareStatement(sql)) {
                print(statement, printer);
            }
        } catch (SQLException refused) {
            throw new QueryRefused(said(String.valueOf(refused.getMessage())), refused);
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

    private static void print(PreparedStatement statement, RowPrinter printer) throws SQLException {
        if (!statement.execute()) {
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

    /** What DuckDB complains of and suggests, without its drawing of the statement. */
    private static String said(String message) {
        if (message.contains("Catalog Error: Table")) {
            return message.lines().findFirst().orElseThrow() + " ./marketlake tables lists what there is";
        }
        return message.lines()
                .filter(line -> !line.isBlank()
                        && !line.startsWith("LINE ")
                        && !line.strip().startsWith("^"))
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
