package dev.marketlake.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two readers, one lake: Spark goes by the Delta log itself, the query tool gives DuckDB the list of live files. */
@ExtendWith(SparkOverLake.Provider.class)
class SparkReadsTablesTest {

    @EachTable
    void spark_finds_the_rows_the_columns_and_the_nulls_that_the_query_tool_finds(String table, SparkOverLake lake)
            throws Exception {
        assumeTrue(Files.exists(lake.suite().folder(table)), table + " is not in this suite");
        Suite.Answer expected =
                lake.suite().query("SELECT count(*) AS \"all rows\", count(COLUMNS(*)) AS '\\0' FROM " + table);

        List<String> columns = List.of(lake.table(table).columns());
        String counts = columns.stream().map("count(`%s`)"::formatted).collect(Collectors.joining(", "));
        Row actual = lake.sql("SELECT count(*), " + counts + " FROM {}", table).getFirst();

        assertThat(Stream.concat(Stream.of("all rows"), columns.stream()))
                .containsExactlyElementsOf(expected.columns());
        assertThat(IntStream.range(0, actual.length()).mapToObj(i -> String.valueOf(actual.getLong(i))))
                .containsExactlyElementsOf(expected.rows().getFirst());
    }

    @Test
    void bars_of_each_symbol_have_the_same_times_volume_and_exact_prices(SparkOverLake lake) throws Exception {
        String summary = "SELECT symbol, count(*) AS bars, min(open_time) AS first, max(open_time) AS last,"
                + " coalesce(sum(volume), 0) AS volume, sum(close) AS closes FROM %s GROUP BY symbol ORDER BY symbol";
        List<Symbol> expected = lake.suite().query(summary.formatted("silver.bars")).rows().stream()
                .map(Symbol::of)
                .toList();

        List<Symbol> actual = lake.sql(summary.formatted("{}"), "silver.bars").stream()
                .map(Symbol::of)
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(actual).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESC", "ASC"})
    void one_symbol_on_one_day_is_read_from_its_own_files_only(String fullestOrEmptiest, SparkOverLake lake)
            throws Exception {
        List<String> day = lake.suite()
                .query("SELECT symbol, trade_date FROM silver.bars GROUP BY symbol, trade_date ORDER BY count(*) "
                        + fullestOrEmptiest + ", symbol, trade_date LIMIT 1")
                .rows()
                .getFirst();
        String symbol = day.getFirst();
        LocalDate date = LocalDate.parse(day.getLast());
        List<Bar> expected = barsAsQueried(lake, symbol, date);

        Dataset<Row> pruned =
                lake.table("silver.bars").where("symbol = '%s' AND trade_date = DATE '%s'".formatted(symbol, date));
        List<Bar> actual = pruned
                .select("interval", "open_time", "close", "volume")
                .sort("interval", "open_time")
                .collectAsList()
                .stream()
                .map(Bar::of)
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(actual).containsExactlyElementsOf(expected);
        assertThat(Stream.of(pruned.inputFiles()))
                .isNotEmpty()
                .allMatch(file -> file.contains("/symbol=%s/trade_date=%s/".formatted(symbol, date)));
    }

    private static List<Bar> barsAsQueried(SparkOverLake lake, String symbol, LocalDate date)
            throws IOException, InterruptedException {
        return lake
                .suite()
                .query(("SELECT \"interval\", open_time, close, volume FROM silver.bars"
                                + " WHERE symbol = '%s' AND trade_date = DATE '%s' ORDER BY \"interval\", open_time")
                        .formatted(symbol, date))
                .rows()
                .stream()
                .map(Bar::of)
                .toList();
    }

    /** @param closes sum of the closing prices, with the eight decimals of the column */
    private record Symbol(String symbol, long bars, Instant first, Instant last, BigDecimal volume, BigDecimal closes) {
        static Symbol of(List<String> row) {
            return new Symbol(
                    row.get(0),
                    Long.parseLong(row.get(1)),
                    Instant.parse(row.get(2)),
                    Instant.parse(row.get(3)),
                    new BigDecimal(row.get(4)),
                    new BigDecimal(row.get(5)));
        }

        static Symbol of(Row row) {
            return new Symbol(
                    row.getString(0),
                    row.getLong(1),
                    row.getInstant(2),
                    row.getInstant(3),
                    BigDecimal.valueOf(row.getLong(4)),
                    row.getDecimal(5));
        }
    }

    /**
     * @param close null where the bar was deleted
     * @param volume null where the source has none
     */
    private record Bar(
            String interval,
            Instant openTime,
            @Nullable BigDecimal close,
            @Nullable Long volume) {
        static Bar of(List<String> row) {
            String close = row.get(2);
            String volume = row.get(3);
            return new Bar(
                    row.get(0),
                    Instant.parse(row.get(1)),
                    close.isEmpty() ? null : new BigDecimal(close),
                    volume.isEmpty() ? null : Long.valueOf(volume));
        }

        static Bar of(Row row) {
            return new Bar(row.getString(0), row.getInstant(1), row.getDecimal(2), row.getAs("volume"));
        }
    }
}
