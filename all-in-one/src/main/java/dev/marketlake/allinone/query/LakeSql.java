package dev.marketlake.allinone.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs SQL over tables in a DuckDB of its own, in memory. {@code bars} alone finds {@code silver.bars}. Times are UTC. */
public final class LakeSql {
    /** Literals, comments and quoted names: what looks like an end of a statement within them is none. */
    private static final Pattern QUOTED = Pattern.compile("(?s)'[^']*+'|--[^\\n]*+|/\\*.*?\\*/|\"[^\"]*+\"");

    private static final Pattern TWO_STATEMENTS = Pattern.compile("(?s).*;\\s*+\\S.*");

    private static final Pattern MISSING = Pattern.compile("Table with name (\\w+) does not exist");

    private LakeSql() {}

    /** Whether a statement may read a table, as far as can be told without understanding it. */
    public static boolean mayRead(String sql, String table) {
        return !NamedTables.in(sql, List.of(table)).isEmpty();
    }

    /** @throws QueryRefused in one line, where DuckDB does not accept or cannot finish the statement */
    static void run(String sql, Collection<LiveTable> tables, RowPrinter printer) {
        run(sql, tables.stream().map(GivenTable::whole).toList(), none -> Optional.empty(), printer);
    }

    /**
     * Runs one over these tables and no others.
     *
     * @param why what to say of a table that is not among them, by its name without the layer; empty where there is no such table at all
     * @throws QueryRefused as above
     */
    public static void run(
            String sql, Collection<GivenTable> tables, Function<String, Optional<String>> why, RowPrinter printer) {
        if (TWO_STATEMENTS.matcher(QUOTED.matcher(sql).replaceAll("")).matches()) {
            throw new QueryRefused("these are several statements: give one at a time");
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            lay(tables, connection);
            try (var statement = connection.prepareStatement(sql)) {
                print(statement, printer);
            }
        } catch (SQLException refused) {
            var message = String.valueOf(refused.getMessage());
            throw new QueryRefused(missing(message).flatMap(why).orElseGet(() -> said(message)), refused);
        }
    }

    private static void lay(Collection<GivenTable> tables, Connection connection) throws SQLException {
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

    /** The table that a statement names and DuckDB does not find. */
    private static Optional<String> missing(String message) {
        var missing = MISSING.matcher(message);
        return missing.find() ? Optional.of(missing.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
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
