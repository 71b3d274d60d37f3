package dev.marketlake.lake.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.Portion;
import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file is fetched and decoded once for all checks, of whatever kind, that have not seen it. */
class ReadOnceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final String EVERY_KIND = """
            checks for silver.bars:
              - row_count > 0
              - 'row_count > 1': {filter: {symbol: [AAPL]}}
              - missing_count(close) = 0
              - missing_count(low) = 0
              - invalid_count(symbol) = 0: {valid values: [AAPL]}
              - duplicate_count(symbol, open_time) = 0
              - min(close) > 2
              - max(close) < 9
              - avg(close) > 0: {filter: {symbol: [MSFT]}}
              - freshness(observed_at) < PT1H
              - schema: {columns: {symbol: string}}
              - anomaly detection for row_count: {by: trade_date, trailing: 20, deviations: 3}
            checks for gold.daily_bars:
              - duplicate_count(symbol) = 0
              - reconciliation with silver.bars: {key: [symbol], compare: [close], source filter: {symbol: [AAPL]}}
            checks for bronze.raw_quotes:
              - missing_count(kafka_offset) = 0
              - reconciliation with gold.ledger
            """;

    private final SmallTable bars = new SmallTable("silver.bars");
    private final SmallTable daily = new SmallTable("gold.daily_bars");
    private final SmallTable raw = new SmallTable("bronze.raw_quotes");
    private final SmallTable ledger = new SmallTable("gold.ledger");
    private final List<SmallTable> tables = List.of(bars, daily, raw, ledger);
    private final List<Check> checks = QualityFile.config(Path.of("quality.yml"), EVERY_KIND, LakeConfig.defaults())
            .checks();

    private final Contents all = new Contents() {
        @Override
        public Optional<TableContent> of(String table) {
            return tables.stream().flatMap(one -> one.of(table).stream()).findFirst();
        }

        @Override
        public Portion portion(String table, LiveFile file) {
            throw new UnsupportedOperationException(table);
        }
    };

    private void bar(long offset, String symbol, String close) {
        bars.from(
                offset,
                "symbol",
                symbol,
                "open_time",
                "minute " + offset,
                "close",
                new BigDecimal(close),
                "observed_at",
                NOW.minusSeconds(60),
                "trade_date",
                LocalDate.of(2026, 11, 20));
    }

    private void aDay() {
        bar(0, "AAPL", "1.5");
        bar(1, "MSFT", "10");
        bar(2, "MSFT", "10");
        daily.from(0, "symbol", "AAPL", "close", new BigDecimal("1.5"));
        raw.from(0).from(1).readUpTo(2);
        ledger.row(
                "entry",
                "kind",
                "POSITION",
                "topic_id",
                "T",
                "partition",
                0,
                "first_offset",
                0L,
                "next_offset",
                2L,
                "updated_at",
                NOW);
        for (String count : List.of("accepted", "revised", "duplicate", "superseded", "rejected", "beyond_depth")) {
            ledger.column(count, "long");
        }
    }

    private List<Finding> judged(Checker checker) throws StoreFailure {
        List<Finding> found = new ArrayList<>();
        for (Check check : checks) {
            found.add(checker.judge(check, all.of(check.table()), all, NOW));
        }
        return found;
    }

    @Test
    void each_file_is_read_once_and_everything_is_found_as_by_each_check_for_itself() throws StoreFailure {
        aDay();
        List<Finding> alone = judged(new Checker());
        assertThat(bars.reads).hasSizeGreaterThan(20);
        tables.forEach(table -> table.reads.clear());

        Checker checker = new Checker();
        checker.begin();
        checker.read(checks, all);

        assertThat(bars.reads).containsExactly("f0", "f1", "f2");
        assertThat(daily.reads).containsExactly("f0");
        assertThat(raw.reads).containsExactly("f0", "f1");
        assertThat(ledger.reads).containsExactly("entry");
        tables.forEach(table -> table.reads.clear());
        assertThat(judged(checker)).isEqualTo(alone);
        assertThat(tables).allSatisfy(table -> assertThat(table.reads).isEmpty());
        assertThat(alone.stream().map(Finding::failed)).contains(true, false);
    }

    @Test
    void a_look_that_fails_half_way_costs_nothing_that_was_known() throws StoreFailure {
        aDay();
        Checker checker = new Checker();
        checker.begin();
        checker.read(checks, all);
        bar(3, "AAPL", "3");
        bar(4, "AAPL", "3");
        bars.lost = "f4";
        for (int look = 0; look < 3; look++) {
            tables.forEach(table -> table.reads.clear());
            checker.begin();
            assertThatThrownBy(() -> checker.read(checks, all)).isInstanceOf(StoreFailure.class);
            assertThat(bars.reads).hasSize(look == 0 ? 1 : 0);
        }
        bars.lost = "";

        checker.begin();
        checker.read(checks, all);

        assertThat(bars.reads).containsExactly("f4");
        assertThat(judged(checker)).isEqualTo(judged(new Checker()));
    }

    @Test
    void nothing_is_read_for_a_check_that_cannot_be_made() throws StoreFailure {
        bars.from(0, "symbol", "AAPL");
        List<Check> impossible = QualityFile.config(Path.of("quality.yml"), """
                        checks for silver.bars:
                          - missing_count(close) = 0
                        checks for gold.daily_bars:
                          - reconciliation with silver.bars: {key: [symbol], compare: [symbol]}
                        """, LakeConfig.defaults())
                .checks();
        Contents withoutDaily = new Contents() {
            @Override
            public Optional<TableContent> of(String table) {
                return bars.of(table);
            }

            @Override
            public Portion portion(String table, LiveFile file) {
                throw new UnsupportedOperationException(table);
            }
        };
        Checker checker = new Checker();
        checker.begin();
        checker.read(impossible, withoutDaily);
        assertThat(bars.reads).isEmpty();
    }

    @Test
    void the_next_look_reads_what_came_since() throws StoreFailure {
        aDay();
        Checker checker = new Checker();
        checker.begin();
        checker.read(checks, all);
        judged(checker);
        tables.forEach(table -> table.reads.clear());
        bars.without("f1");
        bar(3, "AAPL", "3");

        checker.begin();
        checker.read(checks, all);
        List<Finding> found = judged(checker);

        assertThat(bars.reads).containsExactly("f3");
        assertThat(found).isEqualTo(judged(new Checker()));
    }
}
