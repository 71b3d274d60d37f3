package dev.marketlake.stream.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.Alert;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import dev.marketlake.stream.judge.StaleFeed;
import dev.marketlake.stream.judge.Terms;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.stream.screen.MedianScreen;
import dev.marketlake.stream.series.BarSeriesStore;
import dev.marketlake.stream.series.LoggedBars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Silence of a feed: raised on the newest bar by the wall clock, retracted when a newer one comes, whatever happens between. */
class FeedWatchTest {
    private static final Watchlist WATCHLIST = Watchlist.of("AAPL");
    private static final AlertRules STALE = rules("stale", Duration.ZERO);
    private static final String FRIDAY = "2019-02-15T";

    private final AtomicReference<AlertRules> inForce = new AtomicReference<>(STALE);
    private final BookRules rules = new BookRules(
            WATCHLIST,
            interval -> new Depth(2, 1),
            Set.of(Interval.M5),
            Duration.ofMinutes(1),
            new MedianScreen(0.2),
            new SourcePriority(List.of()),
            inForce::get);
    private final LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
    private final List<String> sent = new ArrayList<>();
    private BarSeriesStore store = bars.store();
    private BarBook book = new BarBook(rules, store);
    private int offset;

    @Test
    void a_silence_is_raised_once_and_retracted_by_the_next_bar() {
        take("2019-02-15 10:00", FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:16:00Z");
        assertThat(sent).isEmpty();

        flush(FRIDAY + "15:16:01Z");
        flush(FRIDAY + "15:40:00Z");
        assertThat(sent).containsExactly("RAISED stale|AAPL|1m|2019-02-15T15:00:00Z");

        take("2019-02-15 10:41", FRIDAY + "15:42:00Z");
        flush(FRIDAY + "15:42:00Z");
        assertThat(sent)
                .containsExactly(
                        "RAISED stale|AAPL|1m|2019-02-15T15:00:00Z", "RETRACTED stale|AAPL|1m|2019-02-15T15:00:00Z");
        flush(FRIDAY + "15:57:01Z");
        assertThat(sent).endsWith("RAISED stale|AAPL|1m|2019-02-15T15:41:00Z");
    }

    @Test
    void bars_that_came_before_are_no_news() {
        take("2019-02-15 10:00", FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:01:00Z");
        take("2019-02-15 10:00", FRIDAY + "15:10:00Z");
        take("2019-02-15 09:45", FRIDAY + "15:10:00Z");
        flush(FRIDAY + "15:10:00Z");
        flush(FRIDAY + "15:16:01Z");

        assertThat(sent).containsExactly("RAISED stale|AAPL|1m|2019-02-15T15:00:00Z");
    }

    @Test
    void at_night_nothing_is_missed_and_the_next_session_gives_its_first_bar_time() {
        take("2019-02-15 15:59", FRIDAY + "21:00:30Z");
        flush(FRIDAY + "21:00:30Z");
        flush("2019-02-16T15:00:00Z");
        flush("2019-02-19T14:45:00Z");
        assertThat(sent).isEmpty();

        flush("2019-02-19T14:45:01Z");
        assertThat(sent).containsExactly("RAISED stale|AAPL|1m|2019-02-15T20:59:00Z");
    }

    @Test
    void a_restart_keeps_what_stands_and_counts_silence_afresh() {
        take("2019-02-15 10:00", FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:01:00Z");
        bars.commit();
        restart();
        flush(FRIDAY + "15:30:00Z");
        assertThat(sent).as("nobody looked for half an hour").isEmpty();
        flush(FRIDAY + "15:45:01Z");
        assertThat(sent).containsExactly("RAISED stale|AAPL|1m|2019-02-15T15:00:00Z");

        bars.commit();
        restart();
        flush(FRIDAY + "15:46:00Z");
        flush(FRIDAY + "16:30:00Z");
        assertThat(sent).as("it stands").hasSize(1);
        take("2019-02-15 11:31", FRIDAY + "16:32:00Z");
        bars.commit();
        restart();
        flush(FRIDAY + "16:32:00Z");
        assertThat(sent).hasSize(2).endsWith("RETRACTED stale|AAPL|1m|2019-02-15T15:00:00Z");
    }

    @Test
    void a_bar_that_has_left_the_depth_is_retracted_and_takes_no_place_of_a_newer_one() {
        take("2019-02-15 10:00", FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:16:01Z");

        // Fourteen days later, the span of this depth: the newer bar has the same slot of the changelog.
        take("2019-03-01 10:00", "2019-03-01T15:01:00Z");
        flush("2019-03-01T15:01:00Z");
        assertThat(sent).hasSize(2).endsWith("RETRACTED stale|AAPL|1m|2019-02-15T15:00:00Z");

        bars.commit();
        restart();
        flush("2019-03-01T15:02:00Z");
        flush("2019-03-01T15:17:01Z");
        assertThat(sent).hasSize(3).endsWith("RAISED stale|AAPL|1m|2019-03-01T15:00:00Z");
    }

    @Test
    void a_rule_taken_out_takes_its_alert_along() {
        take("2019-02-15 10:00", FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:16:01Z");

        inForce.set(AlertRules.of("none"));
        flush(FRIDAY + "15:17:00Z");

        assertThat(sent).hasSize(2).endsWith("RETRACTED stale|AAPL|1m|2019-02-15T15:00:00Z");
    }

    @Test
    void a_correction_of_the_bar_leaves_the_silence_alone() {
        take("2019-02-15 10:00", FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:01:00Z");
        flush(FRIDAY + "15:16:01Z");
        Raw corrected = Raw.minute("AAPL", "2019-02-15 10:00", 101, 12).observed("2019-03-02T00:00:00Z", "later", 0);
        take(corrected, FRIDAY + "15:17:00Z");
        flush(FRIDAY + "15:17:00Z");

        assertThat(sent).hasSize(1);
    }

    @Test
    void a_roll_up_is_no_bar_of_the_feed_of_its_interval() {
        Terms terms = new Terms("stale", Interval.M5, AlertSeverity.WARNING, 0, Duration.ZERO);
        inForce.set(AlertRules.of("5m", new StaleFeed(terms, Duration.ofMinutes(15))));
        take(Raw.minute("AAPL", "2019-02-15 10:00", 100, 10).interval("5m"), FRIDAY + "15:06:00Z");
        flush(FRIDAY + "15:06:00Z");
        take("2019-02-15 10:10", FRIDAY + "15:16:00Z");
        flush(FRIDAY + "15:16:00Z");
        assertThat(store.bars()).as("two of 5m, and a minute").isEqualTo(3);

        flush(FRIDAY + "15:21:01Z");

        assertThat(sent).containsExactly("RAISED stale|AAPL|5m|2019-02-15T15:00:00Z");
    }

    private void take(String newYork, String wallClock) {
        take(Raw.minute("AAPL", newYork, 100, 10), wallClock);
    }

    private void take(Raw raw, String wallClock) {
        BarObservation bar = (BarObservation) new Parsing(WATCHLIST, Duration.ofDays(60)).observation(raw.quote());
        work(wallClock, effects -> book.take(bar, new Origin("t", 0, offset++), time(wallClock), effects));
    }

    private void flush(String wallClock) {
        work(wallClock, effects -> book.flush(time(wallClock), effects));
    }

    private void work(String wallClock, Consumer<Effects> step) {
        Effects effects = new Effects();
        effects.begin(time(wallClock));
        step.accept(effects);
        effects.release(store, row -> {
            if (row.value() instanceof Alert alert) {
                sent.add(alert.getState() + " " + alert.getAlertId());
            }
        });
    }

    private void restart() {
        store = bars.crash();
        book = new BarBook(rules, store);
    }

    private static AlertRules rules(String name, Duration cooldown) {
        Terms terms = new Terms(name, Interval.M1, AlertSeverity.WARNING, 0, cooldown);
        return AlertRules.of("1", new StaleFeed(terms, Duration.ofMinutes(15)));
    }

    private static long time(String utc) {
        return Micros.of(Instant.parse(utc));
    }
}
