package dev.marketlake.lake.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.quality.Finding.Outcome;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each kind of check, on rows that pass and on a row that does not. */
class CheckerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z"); // a Friday, 13:00 in New York

    private final SmallTable bars = new SmallTable("silver.bars");
    private final Checker checker = new Checker();

    private static Check check(String table, String line) {
        String text = "checks for " + table + ":\n  - " + line + "\n";
        return QualityFile.config(Path.of("quality.yml"), text, LakeConfig.defaults())
                .checks()
                .getFirst();
    }

    private Finding judge(String line) {
        return judge(check("silver.bars", line), bars, bars);
    }

    private Finding judge(Check check, SmallTable table, Contents others) {
        try {
            checker.begin();
            return checker.judge(check, Optional.of(table.content()), others, NOW);
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }

    private void bar(String symbol, String time, @Nullable Object close) {
        bars.row(symbol, "symbol", symbol, "interval", "1m", "open_time", time, "price_basis", "RAW", "close", close);
    }

    @Test
    void rows_are_counted_within_the_filter() {
        bar("AAPL", "1", 1.0);
        bar("MSFT", "1", 2.0);

        assertThat(judge("row_count = 2").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge("row_count between 3 and 5").message()).isEqualTo("2 rows, expected between 3 and 5");
        assertThat(judge("'row_count = 1': {filter: {symbol: [AAPL, IBM]}}").outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judge("row_count > 2").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_missing_value_is_found_and_its_row_named() {
        bar("AAPL", "1", 1.0);
        assertThat(judge("missing_count(close) = 0").outcome()).isEqualTo(Outcome.PASSED);
        bar("MSFT", "2", null);

        Finding found = judge("missing_count(symbol, close) = 0");

        assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(found.measured()).isEqualTo(1.0);
        assertThat(found.message()).isEqualTo("1 of 2 rows, expected = 0");
        assertThat(found.samples()).containsExactly("symbol=MSFT, interval=1m, open_time=2, price_basis=RAW");
    }

    @Test
    void a_value_that_is_not_accepted_is_found_and_none_is_none() {
        bar("AAPL", "1", null);
        bar("MSFT", "2", new BigDecimal("10.5"));
        assertThat(judge("invalid_count(close) = 0: {valid min: 0, valid max: 10.5}")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judge("invalid_count(close) = 0: {valid min: 11}").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge("invalid_count(symbol) = 0: {valid values: [AAPL]}").samples())
                .hasSize(1);
        assertThat(judge("invalid_count(symbol) = 0: {valid regex: '[A-Z]{4}'}").outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_key_that_is_there_twice_is_found_in_one_file_or_in_two() {
        bar("AAPL", "1", 1.0);
        bar("AAPL", "2", 1.0);
        String unique = "duplicate_count(symbol, interval, open_time, price_basis) = 0";
        assertThat(judge(unique).outcome()).isEqualTo(Outcome.PASSED);
        bars.row("other", "symbol", "AAPL", "interval", "1m", "open_time", "2", "price_basis", "RAW");

        Finding found = judge(unique);

        assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(found.samples()).containsExactly("symbol=AAPL, interval=1m, open_time=2, price_basis=RAW");
    }

    @Test
    void numbers_are_compared_and_not_a_number_never_passes() {
        assertThat(judge(check("silver.bars", "min(close) > 0"), bars.column("close", "double"), bars)
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
        bar("AAPL", "1", new BigDecimal("1.00000001"));
        bar("AAPL", "2", 3L);
        assertThat(judge("min(close) > 1").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge("max(close) < 3").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge("avg(close) between 2 and 2.1").outcome()).isEqualTo(Outcome.PASSED);
        bar("MSFT", "1", Double.NaN);
        assertThat(judge("min(close) > 0").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void age_counts_only_while_the_exchange_trades_where_a_calendar_is_given() {
        bars.row("f", "observed_at", Instant.parse("2026-11-19T20:30:00Z")); // half an hour before Thursday's close
        assertThat(judge("freshness(observed_at) < PT6H").outcome()).isEqualTo(Outcome.FAILED);
        Finding traded = judge("freshness(observed_at) <= PT4H: {calendar: NYSE}");
        assertThat(traded.measured()).isEqualTo(4 * 3600);
        assertThat(traded.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(judge("freshness(observed_at) < PT4H: {calendar: NYSE}").message())
                .isEqualTo(
                        "the newest observed_at is 2026-11-19T20:30:00Z, PT4H of trading at NYSE ago, expected < PT4H");
    }

    @Test
    void a_column_of_another_type_or_none_is_told() {
        bars.column("symbol", "string").column("close", "decimal(18, 8)").column("volume", "double");
        assertThat(judge("schema: {columns: {symbol: string, close: \"decimal(18,8)\"}}")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judge("schema: {columns: {volume: long, low: \"decimal(18,8)\"}}")
                        .message())
                .isEqualTo("low is missing; volume is double, expected long");
    }

    @Test
    void a_check_of_a_column_that_an_older_table_lacks_fails() {
        bars.column("symbol", "string");
        assertThat(judge("missing_count(close) = 0").message()).isEqualTo("silver.bars has no column close");
    }

    @Test
    void a_day_unlike_those_before_is_found_and_the_open_day_left_out() {
        for (int day = 1; day <= 8; day++) {
            for (int row = 0; row < 390 + day % 2; row++) {
                bars.row("day" + day, "trade_date", LocalDate.of(2026, 6, day));
            }
        }
        bars.row("today", "trade_date", LocalDate.of(2026, 6, 9));
        String odd = "anomaly detection for row_count: {by: trade_date, trailing: 20, deviations: 3}";
        assertThat(judge(odd).message()).isEqualTo("2026-06-08 has 390 rows, like the 7 days before");

        bars.without("day8").row("rewritten", "trade_date", LocalDate.of(2026, 6, 8));

        assertThat(judge(odd).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(odd).message()).contains("2026-06-08 has 1 rows, the 7 days before 390.6 each");
    }

    @Test
    void a_table_that_is_not_there_is_not_judged() throws StoreFailure {
        Finding found = checker.judge(check("silver.bars", "row_count > 0"), Optional.empty(), bars, NOW);
        assertThat(found.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(found.message()).isEqualTo("silver.bars is not there yet");
    }

    @Test
    void a_second_look_reads_new_files_alone() {
        bar("AAPL", "1", 1.0);
        bar("MSFT", "1", 1.0);
        judge("missing_count(close) = 0");
        bars.reads.clear();
        bar("IBM", "1", 1.0);

        judge("missing_count(close) = 0");

        assertThat(bars.reads).containsExactly("IBM");
    }
}
