package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Alert;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New rules in a running topology: the open trade date is judged again by them, what lies before stays. */
class RulesReloadTest {
    private static final AlertRules MILD = AlertRules.of("mild", Spike.fold(4, AlertSeverity.WARNING));
    private static final AlertRules STERN = AlertRules.of("stern", Spike.fold(4, AlertSeverity.CRITICAL));
    private static final AlertRules DEAF = AlertRules.of("deaf", Spike.fold(100, AlertSeverity.WARNING));
    private static final String YESTERDAY = "spike|AAPL|1m|2019-02-14T15:20:00Z";
    private static final String TODAY = "spike|AAPL|1m|2019-02-15T15:20:00Z";

    private final AtomicReference<AlertRules> inForce = new AtomicReference<>(Spike.NO_RULES);
    private final MarketDriver market =
            new MarketDriver(Settings.minutesAndDays(), inForce::get, Instant.parse("2019-03-02T00:00:00Z"), "AAPL");

    @AfterEach
    void close() {
        market.close();
    }

    @Test
    void a_new_rule_judges_the_open_trade_date_at_the_next_flush() {
        spikes();
        assertThat(market.alerts()).isEmpty();

        assertThat(reloaded(MILD)).containsExactly("RAISED WARNING mild " + TODAY);
        assertThat(reloaded(MILD)).as("nothing new").isEmpty();
    }

    @Test
    void bars_from_then_on_are_judged_by_the_new_rules_without_waiting_for_a_correction() {
        spikes();
        reloaded(MILD);

        market.pipe(Day.array(Day.flat("AAPL", "2019-02-15 10:21", 20, 100, 10)))
                .pipe(Raw.minute("AAPL", "2019-02-15 10:41", 100, 90));

        assertThat(told()).containsExactly("RAISED WARNING mild spike|AAPL|1m|2019-02-15T15:41:00Z");
    }

    @Test
    void what_stands_is_sent_again_where_the_new_rules_say_something_else_of_it() {
        reloaded(MILD);
        spikes();
        assertThat(told()).containsExactly("RAISED WARNING mild " + YESTERDAY, "RAISED WARNING mild " + TODAY);

        assertThat(reloaded(STERN)).containsExactly("RAISED CRITICAL stern " + TODAY);
        assertThat(reloaded(DEAF)).containsExactly("RETRACTED CRITICAL deaf " + TODAY);
        assertThat(reloaded(STERN)).containsExactly("RAISED CRITICAL stern " + TODAY);
    }

    @Test
    void a_rule_that_is_taken_out_takes_its_alerts_of_the_open_date_along() {
        reloaded(MILD);
        spikes();
        market.alerts();

        inForce.set(Spike.NO_RULES);
        List<Alert> alerts = market.flush().alerts();

        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().getAlertId()).isEqualTo(TODAY);
        assertThat(alerts.getFirst().getKind()).isEqualTo("VOLUME_SPIKE");
        assertThat(alerts.getFirst().getObserved()).isEqualTo(9.0);
        assertThat(alerts.getFirst().getThreshold()).isEqualTo(4.0);
        assertThat(alerts.getFirst().getMessage())
                .isEqualTo(
                        "Retracted: the data and the rules in force no longer hold up the spike alert on AAPL 1m at 2019-02-15T15:20:00Z.");
    }

    @Test
    void a_date_before_is_judged_by_the_new_rules_once_a_correction_reaches_it() {
        reloaded(MILD);
        spikes();
        reloaded(STERN);

        market.pipe(Raw.minute("AAPL", "2019-02-14 10:05", 100, 11).observed("2019-03-01T01:00:00Z", "later", 0));

        assertThat(reloaded(STERN))
                .as("what today rests on is known later, too")
                .containsExactly("RAISED CRITICAL stern " + YESTERDAY, "RAISED CRITICAL stern " + TODAY);
    }

    private void spikes() {
        for (String date : List.of("2019-02-14", "2019-02-15")) {
            market.pipe(Day.array(Day.flat("AAPL", date + " 10:00", 20, 100, 10)))
                    .pipe(Raw.minute("AAPL", date + " 10:20", 100, 90));
        }
        market.flush();
    }

    private List<String> reloaded(AlertRules rules) {
        market.alerts();
        inForce.set(rules);
        market.flush();
        return told();
    }

    private List<String> told() {
        return market.alerts().stream()
                .map(alert -> String.join(
                        " ", alert.getState(), alert.getSeverity(), alert.getRulesVersion(), alert.getAlertId()))
                .toList();
    }
}
