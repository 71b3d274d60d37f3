package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Alert;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blueprint step 7: alerts, their evidence, and what a correction does to them. */
class JudgeTest {
    private static final List<Raw> QUIET = Day.flat("AAPL", "2019-02-15 10:00", 20, 100, 10);
    private static final Raw LOUD = Raw.minute("AAPL", "2019-02-15 10:20", 100, 50);

    @Test
    void a_volume_spike_is_raised_with_its_evidence() {
        try (MarketDriver market = new MarketDriver(Spike.FOURFOLD, "AAPL")) {
            market.pipe(Day.array(QUIET)).pipe(LOUD);

            Alert alert = market.alerts().getFirst();
            assertThat(alert.getAlertId()).isEqualTo("spike|AAPL|1m|2019-02-15T15:20:00Z");
            assertThat(alert.getState()).isEqualTo("RAISED");
            assertThat(alert.getSeverity()).isEqualTo("WARNING");
            assertThat(alert.getObserved()).isEqualTo(5.0);
            assertThat(alert.getThreshold()).isEqualTo(4.0);
            assertThat(alert.getEvidence()).containsEntry("volume", 50.0).containsEntry("volume_mean_20", 10.0);
            assertThat(alert.getPositions()).hasSize(21);
            assertThat(alert.getPositions().getLast().getOffset()).isEqualTo(20);
            assertThat(alert.getMessage()).contains("AAPL").contains("5.00 times");
            assertThat(alert.getRulesVersion()).isEqualTo("fourfold");
            assertThat(alert.getReplayed()).isFalse();
        }
    }

    @Test
    void a_correction_retracts_what_no_longer_holds() {
        try (MarketDriver market = new MarketDriver(Spike.FOURFOLD, "AAPL")) {
            market.pipe(Day.array(QUIET)).pipe(LOUD);
            market.alerts();

            market.pipe(LOUD.volume("11").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            Alert retracted = market.alerts().getFirst();
            assertThat(retracted.getAlertId()).isEqualTo("spike|AAPL|1m|2019-02-15T15:20:00Z");
            assertThat(retracted.getState()).isEqualTo("RETRACTED");
            assertThat(retracted.getObserved()).isEqualTo(5.0);
        }
    }

    @Test
    void a_bar_that_turns_invalid_retracts_its_alert() {
        try (MarketDriver market = new MarketDriver(Spike.FOURFOLD, "AAPL")) {
            market.pipe(Day.array(QUIET)).pipe(LOUD);
            market.alerts();

            market.pipe(LOUD.prices("300", "300", "300", "300").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            assertThat(market.alerts()).extracting(Alert::getState).containsExactly("RETRACTED");
        }
    }

    @Test
    void a_correction_sends_an_alert_again_whose_evidence_changed_and_leaves_the_others_alone() {
        Raw second = Raw.minute("AAPL", "2019-02-15 10:22", 100, 500);
        try (MarketDriver market = new MarketDriver(Spike.FOURFOLD, "AAPL")) {
            market.pipe(Day.array(QUIET))
                    .pipe(LOUD)
                    .pipe(LOUD.later(1, 100, 10))
                    .pipe(second);
            assertThat(market.alerts()).hasSize(2);

            market.pipe(second.volume("600").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            assertThat(market.alerts())
                    .extracting(Alert::getAlertId)
                    .containsExactly("spike|AAPL|1m|2019-02-15T15:22:00Z");
        }
    }

    @Test
    void a_correction_judges_the_rest_of_the_date_again() {
        Raw second = LOUD.later(1, 100, 200);
        try (MarketDriver market = new MarketDriver(Spike.FOURFOLD, "AAPL")) {
            market.pipe(Day.array(QUIET)).pipe(LOUD).pipe(second);
            assertThat(market.alerts()).hasSize(1);

            market.pipe(LOUD.volume("10").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            assertThat(market.alerts())
                    .extracting(alert -> alert.getState() + " " + alert.getOpenTime())
                    .containsExactly("RETRACTED 2019-02-15T15:20:00Z", "RAISED 2019-02-15T15:21:00Z");
        }
    }

    @Test
    void hysteresis_starts_afresh_on_each_trade_date() {
        try (MarketDriver market = new MarketDriver(Spike.FOURFOLD, "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-14 15:39", 20, 100, 10)))
                    .pipe(Raw.minute("AAPL", "2019-02-14 15:59", 100, 100))
                    .pipe(Raw.minute("AAPL", "2019-02-15 09:30", 100, 1_000));

            assertThat(market.alerts()).hasSize(2);
        }
    }

    @Test
    void a_retracted_alert_is_raised_again_under_the_same_id() {
        try (MarketDriver market = new MarketDriver(Spike.FOURFOLD, "AAPL")) {
            market.pipe(Day.array(QUIET)).pipe(LOUD);
            market.pipe(LOUD.volume("11").observed("2019-03-01T01:00:00Z", "b", 0))
                    .flush();
            market.pipe(LOUD.observed("2019-03-01T02:00:00Z", "c", 0)).flush();

            List<Alert> alerts = market.alerts();
            assertThat(alerts).extracting(Alert::getState).containsExactly("RAISED", "RETRACTED", "RAISED");
            assertThat(alerts).extracting(Alert::getAlertId).containsOnly("spike|AAPL|1m|2019-02-15T15:20:00Z");
        }
    }
}
