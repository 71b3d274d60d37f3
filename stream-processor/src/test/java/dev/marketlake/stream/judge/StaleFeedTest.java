package dev.marketlake.stream.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.stream.observation.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaleFeedTest {
    private static final Optional<TradingDay> FRIDAY =
            TradingCalendar.of("NYSE").day(LocalDate.parse("2019-02-15"));
    private final StaleFeed rule = new StaleFeed(Tape.terms(0, Duration.ofMinutes(30)), Duration.ofMinutes(15));

    @Test
    void silence_is_raised_once_it_lasts_longer_than_allowed() {
        assertThat(judge("15:00:00", "15:15:00")).isEmpty();
        assertThat(judge("15:00:00", "15:15:01")).isPresent();
        assertThat(judge("15:00:00", "15:15:01").orElseThrow().statement())
                .isEqualTo("no newer 1m bar has come for 901 seconds of the regular session (threshold 900)");
    }

    @Test
    void only_time_of_the_regular_session_counts() {
        assertThat(judge("10:00:00", "14:45:00")).as("opens at 14:30").isEmpty();
        assertThat(judge("10:00:00", "14:45:01")).isPresent();
        assertThat(judge("15:00:00", "21:00:00")).as("closed").isEmpty();
        assertThat(judge("15:00:00", "20:59:59")).isPresent();
        assertThat(rule.judge(0, Optional.empty(), Optional.empty(), time("15:15:01")))
                .as("no session")
                .isEmpty();
    }

    @Test
    void a_feed_that_comes_and_goes_is_told_once_a_cooldown() {
        long raised = time("15:00:00");

        assertThat(rule.judge(time("15:05:00"), Optional.of(raised), FRIDAY, time("15:29:59")))
                .isEmpty();
        assertThat(rule.judge(time("15:05:00"), Optional.of(raised), FRIDAY, time("15:30:00")))
                .isPresent();
    }

    @Test
    void no_silence_at_all_cannot_be_asked_for() {
        assertThatThrownBy(() -> new StaleFeed(Tape.plain(), Duration.ZERO)).hasMessage("after PT0S is not above zero");
    }

    private Optional<Finding> judge(String since, String now) {
        return rule.judge(time(since), Optional.empty(), FRIDAY, time(now));
    }

    private static long time(String utc) {
        return Micros.of(Instant.parse("2019-02-15T" + utc + "Z"));
    }
}
