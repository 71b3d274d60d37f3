package dev.marketlake.allinone.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeSqlTest {
    private static final List<LiveTable.Column> COLUMNS = List.of(
            new LiveTable.Column("symbol", "VARCHAR"),
            new LiveTable.Column("trade_date", "DATE"),
            new LiveTable.Column("open_time", "TIMESTAMPTZ"),
            new LiveTable.Column("close", "DECIMAL(18,8)"),
            new LiveTable.Column("violations", "VARCHAR[]"),
            new LiveTable.Column("added_later", "BIGINT"));

    @TempDir
    Path folder = Path.of("");

    private LiveTable bars = new LiveTable("silver.bars", COLUMNS, List.of("symbol", "trade_date"), List.of());

    @BeforeEach
    void write_two_files_of_which_only_the_second_has_the_added_column() throws IOException, SQLException {
        var first = parquet(
                "symbol=AAPL/trade_date=2019-02-15",
                "timestamptz '2019-02-15 20:59:00Z' AS open_time,"
                        + " 170.42::DECIMAL(18,8) AS close, ['ZERO_VOLUME'] AS violations");
        var second = parquet(
                "symbol=007/trade_date=2019-02-14",
                "timestamptz '2019-02-14 14:30:00Z' AS open_time,"
                        + " 1.5::DECIMAL(18,8) AS close, []::VARCHAR[] AS violations, 7::BIGINT AS added_later");
        bars = new LiveTable("silver.bars", COLUMNS, List.of("symbol", "trade_date"), List.of(first, second));
    }

    @Test
    void a_table_is_printed_in_its_own_columns_with_times_in_utc() {
        assertThat(run("select * from silver.bars order by symbol", AlignedTable::new))
                .isEqualToNormalizingNewlines("""
                        symbol  trade_date  open_time                    close  violations     added_later
                        007     2019-02-14  2019-02-14T14:30:00Z    1.50000000  []                       7
                        AAPL    2019-02-15  2019-02-15T20:59:00Z  170.42000000  [ZERO_VOLUME]
                        2 rows
                        """);
    }

    @Test
    void partition_values_keep_the_types_of_the_table() {
        assertThat(run("select typeof(symbol) s, typeof(trade_date) d from bars limit 1", CsvRows::new))
                .isEqualToNormalizingNewlines("s,d\nVARCHAR,DATE\n");
    }

    @Test
    void csv_quotes_what_needs_it_and_leaves_null_empty() {
        assertThat(run("select 'a,\"b' x, null y, '' z", CsvRows::new))
                .isEqualToNormalizingNewlines("x,y,z\n\"a,\"\"b\",,\"\"\n");
    }

    @Test
    void json_is_an_array_of_objects_with_numbers_lists_and_nulls() {
        assertThat(run("select symbol, close, violations, added_later from bars where symbol = 'AAPL'", JsonRows::new))
                .isEqualToNormalizingNewlines("[\n{\"symbol\":\"AAPL\",\"close\":170.42000000,"
                        + "\"violations\":[\"ZERO_VOLUME\"],\"added_later\":null}\n]\n");
    }

    @Test
    void no_rows_are_an_empty_json_array() {
        assertThat(run("select 1 where false", JsonRows::new)).isEqualToNormalizingNewlines("[]\n");
    }

    @Test
    void a_table_without_files_is_an_empty_view_with_the_right_columns() {
        bars = new LiveTable("silver.bars", COLUMNS, List.of("symbol", "trade_date"), List.of());
        assertThat(run("select * from silver.bars", CsvRows::new))
                .isEqualToNormalizingNewlines("symbol,trade_date,open_time,close,violations,added_later\n");
    }

    @Test
    void a_second_statement_is_refused_instead_of_answered_alone() {
        assertThatThrownBy(() -> run("select 1; select 2", CsvRows::new))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining("one at a time");
        assertThat(run("select ';' as a, 'x; y' as b; -- done; really", CsvRows::new))
                .isEqualToNormalizingNewlines("a,b\n;,x; y\n");
    }

    @Test
    void what_the_database_suggests_is_told() {
        assertThatThrownBy(() -> run("select clos from silver.bars", CsvRows::new))
                .hasMessageContaining("Candidate bindings")
                .hasMessageContaining("close");
        assertThatThrownBy(() -> run("select * from silver.bar", CsvRows::new))
                .hasMessageContaining("./marketlake tables lists");
    }

    @Test
    void a_statement_that_cannot_be_answered_is_refused_in_one_line() {
        assertThatThrownBy(() -> run("select * from silver.barz", CsvRows::new))
                .isInstanceOf(QueryRefused.class)
                .hasMessageContaining("barz")
                .message()
                .doesNotContain("\n");
    }

    private String run(String sql, Function<PrintWriter, RowPrinter> printer) {
        var text = new StringWriter();
        LakeSql.run(sql, List.of(bars), printer.apply(new PrintWriter(text)));
        return text.toString();
    }

    private Path parquet(String partition, String columns) throws IOException, SQLException {
        var file = Files.createDirectories(folder.resolve(partition)).resolve("part.parquet");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (SELECT " + columns + ") TO '" + file + "' (FORMAT parquet)");
        }
        return file;
    }
}
