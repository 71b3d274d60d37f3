package dev.marketlake.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark with delta-spark against {@code ./marketlake query}: two readers that share no code but the tables. */
class SparkReadsTheLakeTest {
    private static Suite suite;
    private static SparkSession spark;

    @BeforeAll
    static void start() throws Exception {
        suite = Suite.find();
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.databricks.delta.snapshotPartitions", "2")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
    }

    @AfterAll
    static void stop() {
        if (spark != null) {
            spark.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bronze.raw_quotes",
                "silver.bars",
                "silver.trades",
                "silver.rejected",
                "gold.indicators",
                "gold.alerts",
                "gold.daily_bars",
                "gold.ledger"
            })
    void every_table_has_the_rows_it_should(String table) throws Exception {
        long rows = read(table).count();
        assertThat(suite.query("select count(*) from " + table)).containsExactly(String.valueOf(rows));
    }

    @Test
    void bars_have_the_same_times_volumes_and_exact_prices() throws Exception {
        String sums = "select symbol, count(*), min(open_time), max(open_time), sum(volume), sum(close)"
                + " from %s where interval = '1m' group by symbol order by symbol";
        List<String> bySpark = answer(sums, "silver.bars");
        assertThat(bySpark).hasSizeGreaterThan(1).isEqualTo(suite.query(String.format(sums, "silver.bars")));
    }

    @Test
    void one_symbol_on_one_day_is_the_same_rows() throws Exception {
        List<String> first = answer("select symbol, min(trade_date) from %s group by symbol order by symbol limit 1", "silver.bars");
        String[] place = first.get(0).split(",");
        String rows = "select open_time, open, high, low, close, volume, valid from %s where symbol = '" + place[0]
                + "' and trade_date = date '" + place[1] + "' and interval = '1m' order by open_time";
        List<String> bySpark = answer(rows, "silver.bars");
        assertThat(bySpark).hasSizeGreaterThan(100).isEqualTo(suite.query(String.format(rows, "silver.bars")));
    }

    @Test
    void the_history_has_no_gap_and_an_appended_table_only_grows_with_it() {
        String bronze = "delta.`" + suite.table("bronze.raw_quotes") + "`";
        List<Long> versions = spark.sql("describe history " + bronze).collectAsList().stream()
                .map(row -> row.getLong(row.fieldIndex("version")))
                .sorted()
                .collect(Collectors.toList());
        assertThat(versions)
                .hasSizeGreaterThan(1)
                .isEqualTo(LongStream.range(0, versions.size()).boxed().collect(Collectors.toList()));

        List<Long> counts = versions.stream()
                .map(version -> spark.sql("select count(*) from " + bronze + " version as of " + version)
                        .first()
                        .getLong(0))
                .collect(Collectors.toList());
        assertThat(counts).isSorted().startsWith(0L).endsWith(read("bronze.raw_quotes").count());
        assertThat(counts.get(counts.size() - 1)).isPositive();
    }

    private static Dataset<Row> read(String table) {
        return spark.read().format("delta").load(suite.table(table));
    }

    /** Rows as {@code ./marketlake query --csv} would write them. */
    private static List<String> answer(String sql, String table) {
        List<Row> rows = spark.sql(String.format(sql, "delta.`" + suite.table(table) + "`")).collectAsList();
        return Collections.unmodifiableList(rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> text(row.get(column)))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.toList()));
    }

    private static String text(Object value) {
        if (value instanceof Timestamp) {
            return ((Timestamp) value).toInstant().toString();
        }
        return value instanceof BigDecimal ? ((BigDecimal) value).toPlainString() : String.valueOf(value);
    }
}
