package dev.marketlake.stream.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.stream.judge.PriceMove.Since;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PriceMoveTest {
    private static final Duration FIVE = Duration.ofMinutes(5);
    private final PriceMove fiveMinutes = window(FIVE, Direction.ANY, 0);

    @Test
    void a_move_is_raised_at_the_threshold_and_not_short_of_it() {
        assertThat(Tape.of(100, 100, 100, 100, 100, 102).bars(fiveMinutes)).containsExactly(5);
        assertThat(Tape.of(100, 100, 100, 100, 100, 101.99).bars(fiveMinutes)).isEmpty();
        assertThat(Tape.of(100, 100, 100, 100, 100, 98).bars(fiveMinutes)).containsExactly(5);
        assertThat(Tape.of(0.07, 0.07, 0.07, 0.07, 0.07, 0.0714).bars(fiveMinutes))
                .as("exactly 2 %, though not in doubles")
                .containsExactly(5);
    }

    @Test
    void a_rule_looks_its_way_alone() {
        Tape upThenDown = Tape.of(100, 100, 100, 100, 100, 103, 97);

        assertThat(upThenDown.bars(window(FIVE, Direction.ANY, 0))).containsExactly(5, 6);
        assertThat(upThenDown.bars(window(FIVE, Direction.UP, 0))).containsExactly(5);
        assertThat(upThenDown.bars(window(FIVE, Direction.DOWN, 0))).containsExactly(6);
    }

    @Test
    void the_earlier_close_is_that_of_the_newest_bar_that_opened_the_window_before_or_earlier() {
        assertThat(Tape.of(100).after(4, 103).bars(fiveMinutes))
                .as("four minutes are no five")
                .isEmpty();
        assertThat(Tape.of(100).after(5, 103).bars(fiveMinutes)).containsExactly(1);
        assertThat(Tape.of(100, 101).after(9, 103).bars(fiveMinutes))
                .as("103 against the 101 of 9 minutes before")
                .isEmpty();
    }

    @Test
    void a_window_never_reaches_into_the_session_before() {
        assertThat(Tape.of(100, 100, 100, 100, 100, 100)
                        .then(110, 110, 110, 110, 110, 110)
                        .bars(fiveMinutes))
                .isEmpty();
    }

    @Test
    void the_previous_close_the_sessions_open_and_the_bar_before_are_other_prices_to_compare_with() {
        Tape gap = Tape.of(100, 101).then(103.1, 103.1, 105.2);

        assertThat(gap.bars(since(Since.PREVIOUS_CLOSE))).containsExactly(2);
        assertThat(gap.bars(since(Since.SESSION_OPEN))).containsExactly(4);
        assertThat(gap.bars(since(Since.PREVIOUS_BAR))).containsExactly(4);
        assertThat(Tape.of(100, 100).bars(since(Since.PREVIOUS_CLOSE)))
                .as("nothing is known of the session before")
                .isEmpty();
    }

    @Test
    void the_finding_says_what_moved_against_what_and_carries_the_sign() {
        Tape tape = Tape.of(100, 101).then(98.98);
        Finding finding = tape.raised(since(Since.PREVIOUS_CLOSE)).getFirst().finding();

        assertThat(finding.observed()).isEqualTo(-2.0);
        assertThat(finding.threshold()).isEqualTo(-2.0);
        assertThat(finding.evidence())
                .containsEntry("close", 98.98)
                .containsEntry("reference_price", 101.0)
                .containsEntry("change_percent", -2.0);
        assertThat(finding.bars()).containsExactly(tape.openTime(1));
        assertThat(finding.observedAt()).as("when the earlier bar was known").isEqualTo(1);
        assertThat(finding.statement())
                .isEqualTo("close 98.98 is 2.00 % below 101, the previous close, of the bar at 1970-01-01T00:01:00Z"
                        + " (threshold 2.00 %)");
    }

    @Test
    void each_side_arms_for_itself_by_its_hysteresis() {
        PriceMove rule = new PriceMove(Tape.terms(0.25, Duration.ZERO), null, Since.SESSION_OPEN, 2.0, Direction.ANY);

        assertThat(Tape.of(100, 102, 101.6, 102).bars(rule)).containsExactly(1);
        assertThat(Tape.of(100, 102, 101.5, 102).bars(rule))
                .as("at threshold x (1 - hysteresis) it is not below yet")
                .containsExactly(1);
        assertThat(Tape.of(100, 102, 101.4, 102).bars(rule)).containsExactly(1, 3);
        assertThat(Tape.of(100, 102, 98, 102).bars(rule)).containsExactly(1, 2, 3);
    }

    @Test
    void a_move_that_lasts_is_raised_when_the_cooldown_is_over_and_a_new_date_begins_afresh() {
        PriceMove rule =
                new PriceMove(Tape.terms(0, Duration.ofMinutes(3)), null, Since.SESSION_OPEN, 2.0, Direction.ANY);

        assertThat(Tape.of(100, 102, 100, 102, 102, 102).bars(rule)).containsExactly(1, 4);
        assertThat(Tape.of(100, 102).then(100, 102).bars(rule)).containsExactly(1, 3);
    }

    @Test
    void it_goes_by_a_window_or_since_a_price_and_by_a_window_that_holds_a_bar() {
        assertThatThrownBy(() -> new PriceMove(Tape.plain(), null, null, 2, Direction.ANY))
                .hasMessage("set either window, such as PT5M, or since");
        assertThatThrownBy(() -> new PriceMove(Tape.plain(), FIVE, Since.SESSION_OPEN, 2, Direction.ANY))
                .hasMessage("set either window, such as PT5M, or since");
        assertThatThrownBy(() -> window(Duration.ofSeconds(30), Direction.ANY, 0))
                .hasMessage("window PT30S is not from the interval, 1m, to P1D");
    }

    private static PriceMove window(Duration window, Direction direction, double hysteresis) {
        return new PriceMove(Tape.terms(hysteresis, Duration.ZERO), window, null, 2.0, direction);
    }

    private static PriceMove since(Since since) {
        return new PriceMove(Tape.plain(), null, since, 2.0, Direction.ANY);
    }
}
