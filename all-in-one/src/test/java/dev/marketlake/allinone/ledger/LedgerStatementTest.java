package dev.marketlake.allinone.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.watch.LedgerTotals;
import dev.marketlake.events.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerStatementTest {
    private static final String RAW = "mFfWVhzPSd-XPuHVCN0gqw";
    private static final String FORMER = "u1XbVhzPSd-XPuHVCN0gqw";
    private static final Instant HOUR = Instant.parse("2026-06-02T13:00:00Z");

    private final List<LedgerEntry> entries = new ArrayList<>();

    @Test
    void columns_that_sum_to_the_offsets_balance() {
        counts(RAW, 0, "AAPL", 7, 2);
        counts(RAW, 0, "MSFT", 1, 0);
        position(RAW, 0, 0, 10);

        var statement = statement(Map.of(0, new RawRange(0, 10), 1, new RawRange(0, 0)));

        assertThat(statement.faults()).isEmpty();
        assertThat(statement.lag()).isZero();
        assertThat(statement.total(Set.of())).isEqualTo(new LedgerTotals(8, 0, 0, 0, 2, 0));
        assertThat(statement.partitions())
                .extracting(PartitionBalance::name)
                .containsExactly("market.raw-0", "market.raw-1");
    }

    @Test
    void a_record_that_no_column_has_is_a_fault_that_names_partition_and_figures() {
        counts(RAW, 2, "AAPL", 98, 1);
        position(RAW, 2, 0, 100);

        assertThat(statement(Map.of(2, new RawRange(0, 100))).faults())
                .containsExactly("market.raw-2 (topic id " + RAW
                        + "): the columns sum to 99, offsets 0 to 100 are 100: 1 not accounted for");
    }

    @Test
    void a_record_that_two_columns_have_is_a_fault() {
        counts(RAW, 2, "AAPL", 100, 1);
        position(RAW, 2, 0, 100);

        assertThat(statement(Map.of(2, new RawRange(0, 100))).faults())
                .singleElement()
                .asString()
                .endsWith("are 100: 1 counted too often");
    }

    @Test
    void counts_without_a_position_are_a_fault() {
        counts(RAW, 0, "AAPL", 3, 0);

        assertThat(statement(Map.of(0, new RawRange(0, 3))).faults())
                .singleElement()
                .asString()
                .contains("3 records are counted but no position covers them");
    }

    @Test
    void records_that_retention_took_before_they_were_counted_are_a_fault() {
        counts(RAW, 0, "AAPL", 3, 0);
        position(RAW, 0, 0, 3);

        assertThat(statement(Map.of(0, new RawRange(5, 9))).faults())
                .singleElement()
                .asString()
                .contains("offsets 3 to 5 have left the topic uncounted: 2 records");
    }

    @Test
    void a_position_beyond_the_end_is_a_fault() {
        counts(RAW, 0, "AAPL", 3, 0);
        position(RAW, 0, 0, 3);

        assertThat(statement(Map.of(0, new RawRange(0, 2))).faults())
                .singleElement()
                .asString()
                .contains("counted up to offset 3, but the topic ends at 2");
    }

    @Test
    void records_still_to_be_counted_are_a_lag_and_no_fault() {
        counts(RAW, 0, "AAPL", 3, 0);
        position(RAW, 0, 0, 3);

        var statement = statement(Map.of(0, new RawRange(1, 9), 1, new RawRange(4, 6)));

        assertThat(statement.faults()).isEmpty();
        assertThat(statement.lag()).isEqualTo(6 + 2);
        assertThat(statement.uncounted(Map.of(0, new RawRange(0, 5)))).isEqualTo(2);
    }

    @Test
    void a_former_topic_has_to_balance_too_and_has_no_lag() {
        counts(FORMER, 0, "AAPL", 4, 0);
        position(FORMER, 0, 1, 6);

        var statement = statement(Map.of(0, new RawRange(0, 0)));

        assertThat(statement.lag()).isZero();
        assertThat(statement.faults())
                .containsExactly(FORMER + "-0 (topic id " + FORMER
                        + "): the columns sum to 4, offsets 1 to 6 are 5: 1 not accounted for");
    }

    @Test
    void lines_are_by_what_is_asked_for() {
        counts(RAW, 0, "AAPL", 7, 2);
        counts(RAW, 1, "MSFT", 5, 0);
        counts(RAW, 1, "AAPL", 1, 0);

        var statement = statement(Map.of());

        assertThat(lines(statement, Grouping.SYMBOL)).containsExactly("AAPL 10", "MSFT 5");
        assertThat(lines(statement, Grouping.SOURCE)).containsExactly("FINNHUB 15");
        assertThat(lines(statement, Grouping.HOUR)).containsExactly("2026-06-02T13:00:00Z 15");
        assertThat(lines(statement, Grouping.PARTITION)).containsExactly("market.raw-0 9", "market.raw-1 6");
        assertThat(statement.lines(Grouping.PARTITION, Set.of("MSFT")))
                .containsExactly(new LedgerLine("market.raw-1", new LedgerTotals(5, 0, 0, 0, 0, 0)));
    }

    private static List<String> lines(LedgerStatement statement, Grouping by) {
        return statement.lines(by, Set.of()).stream()
                .map(line -> line.of() + " " + line.counts().all())
                .toList();
    }

    private LedgerStatement statement(Map<Integer, RawRange> raw) {
        return new LedgerStatement(entries, RAW, raw);
    }

    private void counts(String topicId, int partition, String symbol, long accepted, long rejected) {
        entries.add(SmallLedger.counts(topicId, partition, symbol, HOUR, accepted, rejected));
    }

    private void position(String topicId, int partition, long first, long next) {
        entries.add(SmallLedger.position(topicId, partition, first, next));
    }
}
