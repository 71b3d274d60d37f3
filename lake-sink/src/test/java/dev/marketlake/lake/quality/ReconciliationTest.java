package dev.marketlake.lake.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.quality.Finding.Outcome;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables against each other, each at its own position. */
class ReconciliationTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
    private static final String DAILY = """
            checks for gold.daily_bars:
              - reconciliation with silver.bars: {key: [symbol, trade_date], compare: [close], source filter: {valid: true}}
            """;
    private static final String LEDGER = "checks for bronze.raw_quotes: [reconciliation with gold.ledger]\n";

    private final SmallTable silver = new SmallTable("silver.bars");
    private final SmallTable gold = new SmallTable("gold.daily_bars");

    private static Finding judge(String file, SmallTable table, Contents others) {
        Check check = QualityFile.config(Path.of("quality.yml"), file, LakeConfig.defaults())
                .checks()
                .getFirst();
        try {
            return new Checker().judge(check, Optional.of(table.content()), others, NOW);
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }

    private static Object[] day(String date, int close, boolean valid) {
        return new Object[] {"symbol", "AAPL", "trade_date", date, "close", close, "valid", valid};
    }

    /** A position of -1: there is no such row. */
    @ParameterizedTest
    @CsvSource({
        // source row, read, target row, read, outcome
        "3, 10, 3, 10, PASSED",
        "3, 10, -1, 10, FAILED", // lost on the way
        "3, 10, -1, 5, FAILED", // the target has passed it
        "7, 10, -1, 5, PASSED", // on its way
        "3, 5, -1, 10, PASSED", // the target may know that it was withdrawn
        "-1, 10, 3, 10, FAILED", // left behind
        "-1, 10, 3, 5, PASSED", // withdrawn, and the target does not know yet
        "3, 10, 2, 10, FAILED", // stale
        "7, 10, 2, 5, PASSED", // the newer one is on its way
        "7, 10, 2, 8, FAILED", // it has passed the newer one
    })
    void a_row_differs_where_no_record_between_the_positions_can_explain_it(
            long there, long read, long here, long readHere, Outcome outcome) {
        silver.from(0, day("2026-06-01", 1, true)).readUpTo(read);
        gold.from(0, day("2026-06-01", 1, true)).readUpTo(readHere);
        if (there >= 0) {
            silver.from(there, day("2026-06-02", 2, true));
        }
        if (here >= 0) {
            gold.from(here, day("2026-06-02", 2, true));
        }
        assertThat(judge(DAILY, gold, silver).outcome()).isEqualTo(outcome);
    }

    @Test
    void another_value_from_the_same_record_differs() {
        silver.from(1, day("2026-06-01", 1, true)).readUpTo(5);
        gold.from(1, day("2026-06-01", 2, true)).readUpTo(3);

        Finding found = judge(DAILY, gold, silver);

        assertThat(found.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(found.samples())
                .containsExactly(
                        "symbol=AAPL, trade_date=2026-06-01: silver.bars has close=1, gold.daily_bars has close=2");
    }

    @Test
    void a_row_that_turned_invalid_has_to_leave() {
        silver.from(1, day("2026-06-01", 1, false)).readUpTo(5);
        gold.from(0, day("2026-06-01", 1, true)).readUpTo(5);
        assertThat(judge(DAILY, gold, silver).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judge(DAILY, gold.readUpTo(1), silver).outcome()).isEqualTo(Outcome.PASSED);
    }

    private static SmallTable bronze(long from, long to) {
        SmallTable bronze = new SmallTable("bronze.raw_quotes");
        for (long offset = from; offset < to; offset++) {
            bronze.from(offset);
        }
        return bronze.readUpTo(to);
    }

    private static SmallTable ledger(long first, long next, long counted, Instant updated) {
        Object[] nothing = {"accepted", 0L, "revised", 0L, "superseded", 0L, "rejected", 0L, "beyond_depth", 0L};
        SmallTable ledger = new SmallTable("gold.ledger");
        ledger.row("a", entry(nothing, "POSITION", 0, first, next, updated));
        ledger.row("b", entry(nothing, "COUNTS", counted, first, next, updated));
        return ledger;
    }

    private static Object[] entry(
            Object[] counts, String kind, long duplicate, long first, long next, Instant updated) {
        Object[] own = {
            "kind",
            kind,
            "topic_id",
            "T",
            "partition",
            0,
            "duplicate",
            duplicate,
            "first_offset",
            first,
            "next_offset",
            next,
            "updated_at",
            updated
        };
        Object[] all = java.util.Arrays.copyOf(counts, counts.length + own.length);
        System.arraycopy(own, 0, all, counts.length, own.length);
        return all;
    }

    private static final Instant LONG_AGO = NOW.minusSeconds(600);

    @Test
    void bronze_the_ledger_and_the_offsets_agree_wherever_each_of_them_is() {
        assertThat(judge(LEDGER, bronze(5, 20), ledger(5, 20, 15, LONG_AGO)).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judge(LEDGER, bronze(5, 20), ledger(5, 30, 25, LONG_AGO)).outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judge(LEDGER, bronze(5, 20), ledger(5, 10, 5, LONG_AGO)).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_lost_row_a_row_twice_and_a_lost_count_are_found() {
        SmallTable gap = bronze(5, 20).without("f9").without("f10");
        assertThat(judge(LEDGER, gap, ledger(5, 20, 15, LONG_AGO)).message())
                .isEqualTo(
                        "13 offsets in Bronze, 1 faults, 0 partitions being counted: raw partition T-0: offsets 9 to 10"
                                + " are not in Bronze");
        SmallTable twice = bronze(5, 20).row("again", "kafka_topic_id", "T", "kafka_partition", 0, "kafka_offset", 7L);
        assertThat(judge(LEDGER, twice, ledger(5, 20, 15, LONG_AGO)).message())
                .contains("1 rows are in Bronze more than once");
        assertThat(judge(LEDGER, bronze(5, 20).readUpTo(21), ledger(5, 20, 15, LONG_AGO))
                        .message())
                .contains("Bronze ends at offset 20, its log says 21");
        assertThat(judge(LEDGER, bronze(5, 20), ledger(5, 20, 14, LONG_AGO)).message())
                .contains("the ledger counts 14 records, its offsets 5 to 19 are 15");
        assertThat(judge(LEDGER, bronze(6, 20), ledger(5, 20, 15, LONG_AGO)).message())
                .contains("the ledger counts from offset 5, Bronze begins later");
    }

    @Test
    void a_ledger_that_is_being_written_is_left_alone_for_a_while() {
        assertThat(judge(LEDGER, bronze(5, 20), ledger(5, 20, 14, NOW.minusSeconds(5)))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }
}
