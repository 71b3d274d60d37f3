package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.LedgerEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Blueprint step 8: each raw record adds to exactly one column, and the columns sum to the offsets covered. */
class AccountTest {
    private static final Raw BAR = Raw.minute("AAPL", "2019-02-15 10:00", 170, 100);
    private static final String HOUR = "2019-03-02T00:00:00Z";

    @Test
    void each_record_adds_to_one_column_of_its_source_symbol_and_hour() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(BAR, BAR.observed("2019-03-01T01:00:00Z", "b", 0), BAR.prices("1", "1", "2", "1"))
                    .flush();

            LedgerEntry counts = entry(market.latestLedger(), "raw-topic-id/0/ALPHA_VANTAGE/AAPL/" + HOUR);
            assertThat(counts.getKind()).isEqualTo("COUNTS");
            assertThat(List.of(counts.getAccepted(), counts.getDuplicate(), counts.getRejected()))
                    .containsExactly(1L, 1L, 1L);
            assertThat(counts.getHour()).isEqualTo(HOUR);
            assertThat(counts.getFirstOffset()).isZero();
            assertThat(counts.getNextOffset()).isEqualTo(3);
        }
    }

    @Test
    void what_cannot_be_read_counts_under_question_marks() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(null, null).pipe(BAR.feed("NASDAQ", "QUOTE")).flush();

            assertThat(market.latestLedger())
                    .containsKeys("raw-topic-id/0/?/?/" + HOUR, "raw-topic-id/0/?/AAPL/" + HOUR);
        }
    }

    @Test
    void the_columns_sum_to_the_offsets_of_the_position() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL", "MSFT")) {
            market.pipe(BAR).flush();
            market.pipe(Day.array(Day.flat("MSFT", "2019-02-15 10:00", 40, 10, 1)))
                    .pipe(null, null)
                    .pipe(BAR)
                    .pipe(Raw.minute("AAPL", "2019-01-15 10:00", 1, 1))
                    .flush();

            Map<String, LedgerEntry> ledger = market.latestLedger();
            LedgerEntry position = entry(ledger, "raw-topic-id/0");
            assertThat(position.getKind()).isEqualTo("POSITION");
            long counted = ledger.values().stream().mapToLong(AccountTest::sum).sum();
            assertThat(counted)
                    .isEqualTo(position.getNextOffset() - position.getFirstOffset())
                    .isEqualTo(44);
        }
    }

    @Test
    void a_position_is_the_last_row_of_its_flush() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(BAR).flush();

            assertThat(market.ledger()).extracting(LedgerEntry::getKind).containsExactly("COUNTS", "POSITION");
        }
    }

    @Test
    void nothing_new_means_no_rows() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(BAR).flush();
            market.ledger();

            assertThat(market.flush().ledger()).isEmpty();
        }
    }

    private static LedgerEntry entry(Map<String, LedgerEntry> ledger, String name) {
        assertThat(ledger).containsKey(name);
        return Objects.requireNonNull(ledger.get(name));
    }

    private static long sum(LedgerEntry entry) {
        return entry.getAccepted()
                + entry.getRevised()
                + entry.getDuplicate()
                + entry.getSuperseded()
                + entry.getRejected()
                + entry.getBeyondDepth();
    }
}
