package dev.marketlake.allinone.query;

import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB of its own for several statements over the same tables. Times are UTC; what does not fit into memory goes to a folder; results
 * stream, so that one has to be read to its end before the next statement. For one thread.
 */
public final class LakeSession implements AutoCloseable {
    private static final String MEMORY = "1GB";

    private final Connection connection;

    /** Takes one row: values as {@link Cell} makes them, but bytes as {@code byte[]}; null for SQL's. */
    @FunctionalInterface
    public interface RowTaker {
        void row(List<@Nullable Object> values);
    }

    private LakeSession(Connection connection) {
        this.connection = connection;
    }

    /** @param spill made where missing */
    public static LakeSession open(Path spill) {
        try {
            var streaming = new Properties();
            streaming.setProperty("jdbc_stream_results", "true");
            var session = new LakeSession(DriverManager.getConnection("jdbc:duckdb:", streaming));
            session.run("SET TimeZone = 'UTC'");
            session.run("SET memory_limit = '" + MEMORY + "'");
            session.run("SET temp_directory = " + text(spill.toString()));
            return session;
        } catch (SQLException failure) {
            throw new QueryRefused(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Makes a table known under its name. */
    public void lay(LiveTable table) {
        run("CREATE SCHEMA IF NOT EXISTS " + table.layer());
        run(TableView.create(table));
    }

    /** Runs a statement without a result. @throws QueryRefused where DuckDB does not accept or cannot finish it */
    public void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new QueryRefused(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Hands over each row of a result, in order. @throws QueryRefused as above */
    public void each(String sql, RowTaker taker) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                taker.row(values(result, columns));
            }
        } catch (SQLException refused) {
            throw new QueryRefused(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** All rows of a small result. */
    public List<List<@Nullable Object>> rows(String sql) {
        var rows = new ArrayList<List<@Nullable Object>>();
        each(sql, rows::add);
        return rows;
    }

    private static List<@Nullable Object> values(ResultSet result, int columns) throws SQLException {
        var values = new ArrayList<@Nullable Object>(columns);
        for (int column = 1; column <= columns; column++) {
            var value = result.getObject(column);
            values.add(value instanceof Blob blob ? blob.getBytes(1, (int) blob.length()) : Cell.of(value));
        }
        return values;
    }

    /** A text literal. */
    public static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new QueryRefused(String.valueOf(failure.getMessage()), failure);
        }
    }
}
