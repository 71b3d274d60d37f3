package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blueprint step 2: which content of a bar stands, and since when we know it. */
class AdmitTest {
    private static final Raw BAR = Raw.minute("AAPL", "2019-02-15 10:00", 170, 100);
    private static final Raw OTHER = Raw.minute("AAPL", "2019-02-15 10:00", 171, 100);

    @Test
    void a_new_bar_is_accepted_and_an_equal_one_a_duplicate() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(BAR, BAR.observed("2019-03-01T01:00:00Z", "later", 0)).flush();

            assertThat(minutes(market)).hasSize(1);
            assertColumns(market, 1, 0, 1, 0);
        }
    }

    @Test
    void a_later_content_revises_and_an_earlier_one_is_superseded() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(
                            BAR,
                            OTHER.observed("2019-03-01T01:00:00Z", "later", 0),
                            OTHER.prices("9", "9", "9", "9").observed("2019-02-28T00:00:00Z", "earlier", 0))
                    .flush();

            List<Bar> rows = minutes(market);
            assertThat(rows).extracting(bar -> bar.getClose().intValue()).containsExactly(170, 171);
            assertThat(rows).extracting(Bar::getRevision).containsExactly(0, 1);
            assertThat(rows.getLast().getObservedAt()).isEqualTo("2019-03-01T01:00:00Z");
            assertThat(rows.getLast().getLineage().getOffset()).isEqualTo(1);
            assertColumns(market, 1, 1, 0, 1);
        }
    }

    @Test
    void the_row_is_known_since_the_standing_content_was_first_said() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(
                            BAR,
                            OTHER.observed("2019-03-01T01:00:00Z", "b", 0),
                            BAR.observed("2019-03-01T02:00:00Z", "c", 0))
                    .flush();

            assertThat(minutes(market).getLast().getObservedAt()).isEqualTo("2019-03-01T00:00:00Z");
        }
    }

    @Test
    void a_record_of_any_disposition_that_lowers_observed_at_sends_the_row_again() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(BAR, BAR.observed("2019-02-20T00:00:00Z", "earlier", 0)).flush();

            List<Bar> rows = minutes(market);
            assertThat(rows).hasSize(2);
            assertThat(rows.getLast().getObservedAt()).isEqualTo("2019-02-20T00:00:00Z");
            assertColumns(market, 1, 0, 1, 0);
        }
    }

    @Test
    void what_is_older_than_the_depth_is_counted_and_nothing_else() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(
                            BAR,
                            Raw.minute("AAPL", "2019-02-11 10:00", 160, 1),
                            Raw.minute("AAPL", "2019-02-08 10:00", 160, 1))
                    .flush();

            assertThat(minutes(market)).hasSize(2);
            LedgerEntry counts = counts(market);
            assertThat(counts.getAccepted()).isEqualTo(2);
            assertThat(counts.getBeyondDepth()).isEqualTo(1);
        }
    }

    @Test
    void a_new_snapshot_is_accepted_and_an_equal_one_a_duplicate_that_can_lower_observed_at() {
        String json = "{\"c\":170.5,\"h\":171,\"l\":169,\"o\":170,\"pc\":168,\"t\":1550264400}";
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Raw.snapshot("AAPL", json, "2019-02-16T02:00:00Z"))
                    .pipe(Raw.snapshot("AAPL", json, "2019-02-16T03:00:00Z"))
                    .pipe(Raw.snapshot("AAPL", json, "2019-02-16T01:00:00Z"))
                    .pipe(Raw.snapshot("AAPL", json.replace("170.5", "170.6"), "2019-02-16T01:00:00Z"))
                    .flush();

            List<Trade> rows = market.trades();
            assertThat(rows)
                    .extracting(row -> row.getObservedAt().toString())
                    .containsExactly("2019-02-16T02:00:00Z", "2019-02-16T01:00:00Z", "2019-02-16T01:00:00Z");
            assertThat(rows.get(0).getTradeId())
                    .isEqualTo(rows.get(1).getTradeId())
                    .isNotEqualTo(rows.get(2).getTradeId());
            assertThat(rows.getFirst().getKind()).isEqualTo("QUOTE");
            assertThat(rows.getFirst().getPrice()).isEqualByComparingTo("170.5");
            assertThat(rows.getFirst().getTradeDate()).isEqualTo("2019-02-15");
            assertColumns(market, 2, 0, 2, 0);
        }
    }

    private static void assertColumns(
            MarketDriver market, long accepted, long revised, long duplicate, long superseded) {
        LedgerEntry counts = counts(market);
        assertThat(List.of(counts.getAccepted(), counts.getRevised(), counts.getDuplicate(), counts.getSuperseded()))
                .containsExactly(accepted, revised, duplicate, superseded);
    }

    private static LedgerEntry counts(MarketDriver market) {
        return market.latestLedger().values().stream()
                .filter(entry -> entry.getKind().equals("COUNTS"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Bar> minutes(MarketDriver market) {
        return market.bars().stream()
                .filter(bar -> bar.getInterval().equals("1m"))
                .toList();
    }
}
