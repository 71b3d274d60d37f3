package dev.marketlake.stream.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.Day;
import dev.marketlake.stream.EveryKind;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.Soup;
import dev.marketlake.stream.Spike;
import dev.marketlake.stream.Tables;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.FundamentalsView.Known;
import dev.marketlake.stream.judge.Rivals.Said;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.stream.screen.MedianScreen;
import dev.marketlake.stream.series.BarSeriesStore;
import dev.marketlake.stream.series.LoggedBars;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A task that is killed at any moment, and takes the same records again, ends with the same tables. */
class CrashLawTest {
    private static final Watchlist WATCHLIST = Watchlist.of("AAPL");
    private static final long CLOCK = 1_551_484_800_000_000L;
    private static final long MINUTE = 60_000_000L;
    private static final long SECOND_OPEN = 1_550_241_000_000_000L;
    private static final long HUNDRED = 10_000_000_000L;
    private final BookRules rules = rolling(Set.of(Interval.M5, Interval.H1, Interval.D1));

    private static BookRules rolling(Set<Interval> rollUps) {
        return new BookRules(
                WATCHLIST,
                interval -> new Depth(5, 2),
                rollUps,
                Duration.ofMinutes(1),
                new MedianScreen(0.2),
                new SourcePriority(List.of(Source.FINNHUB)),
                () -> EveryKind.RULES);
    }

    /** A book that is told of a company and of another source. */
    private static BarBook book(BookRules rules, BarSeriesStore store) {
        return new BarBook(
                rules,
                store,
                new Alerting(rules.alerts(), CrashLawTest::known, series -> CrashLawTest::said),
                SplitsView.NONE);
    }

    /** The ratio climbs through the morning of the second date. */
    private static Optional<Known> known(Symbol symbol, long time) {
        long minutes = (time - SECOND_OPEN) / MINUTE;
        return minutes < 0
                ? Optional.empty()
                : Optional.of(
                        new Known(35.0 + minutes / 4, SECOND_OPEN + minutes * MINUTE, new Origin("f", 0, minutes)));
    }

    /** The other source says 100 of every third bar. */
    private static List<Said> said(long openTime) {
        BarContent content = new BarContent(HUNDRED, HUNDRED, HUNDRED, HUNDRED, 1);
        return openTime / MINUTE % 3 == 0
                ? List.of(new Said(Source.YAHOO, content, SECOND_OPEN, new Origin("y", 0, 0)))
                : List.of();
    }

    @Test
    void any_order_of_arrival_raises_the_same_alerts_of_every_kind_by_every_rule() {
        Set<String> kinds = new TreeSet<>();
        Set<String> rulesSeen = new TreeSet<>();
        for (long seed = 1; seed <= 60; seed++) {
            List<BarObservation> shuffled = events(seed);
            List<BarObservation> sorted = new ArrayList<>(shuffled);
            sorted.sort(Comparator.comparing(BarObservation::openTime).thenComparing(BarObservation::place));

            Tables tables = calm(sorted);
            assertThat(calm(shuffled).alerts()).as("seed " + seed).isEqualTo(tables.alerts());
            kinds.addAll(tables.alertKinds());
            rulesSeen.addAll(tables.alertRules());
        }
        assertThat(kinds).isEqualTo(EveryKind.PURE);
        assertThat(rulesSeen).containsExactlyInAnyOrderElementsOf(EveryKind.names());
    }

    @Test
    void new_rules_in_a_running_task_end_as_a_restart_under_them_does() {
        for (long seed = 1; seed <= 60; seed++) {
            AlertRules before = seed % 2 == 0 ? EveryKind.RULES : Spike.FOURFOLD;
            AlertRules after = seed % 2 == 0 ? Spike.FOURFOLD : EveryKind.RULES;

            assertThat(overTo(before, after, false, seed))
                    .as("seed " + seed)
                    .isEqualTo(overTo(before, after, true, seed));
        }
    }

    private Tables overTo(AlertRules before, AlertRules after, boolean restarted, long seed) {
        AtomicReference<AlertRules> inForce = new AtomicReference<>(before);
        BookRules going = new BookRules(
                WATCHLIST,
                rules.depths(),
                rules.rollUps(),
                rules.grace(),
                rules.median(),
                rules.sources(),
                inForce::get);
        List<BarObservation> events = events(seed);
        LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
        Tables tables = new Tables();
        BarBook book = book(going, bars.store());
        int changed = seed % 3 == 0 ? events.size() / 2 : events.size();
        run(book, bars, events, 0, changed, tables);
        inForce.set(after);
        run(restarted ? book(going, bars.crash()) : book, bars, events, changed, events.size(), tables);
        return tables;
    }

    @Test
    void kills_between_any_two_records_and_commits_leave_the_same_tables() {
        for (long seed = 1; seed <= 150; seed++) {
            List<BarObservation> events = events(seed);

            assertThat(withKills(events, new Random(seed))).as("seed " + seed).isEqualTo(calm(events));
        }
    }

    @Test
    void an_interval_that_is_new_in_the_settings_is_folded_from_the_minutes_that_are_kept() {
        List<BarObservation> events = events(3);
        LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
        Tables tables = new Tables();
        BarBook book = book(rolling(Set.of()), bars.store());
        Effects effects = new Effects();
        for (int i = 0; i < events.size(); i++) {
            take(book, bars, events.get(i), i, effects, tables);
        }
        flush(book, bars, effects, tables);
        bars.commit();
        assertThat(tables.bars()).isNotEqualTo(calm(events).bars());

        flush(book(rules, bars.crash()), bars, new Effects(), tables);

        assertThat(tables).isEqualTo(calm(events));
    }

    @Test
    void an_interval_that_was_out_of_the_settings_for_a_while_comes_back_right() {
        List<BarObservation> events = events(4);
        LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
        Tables tables = new Tables();
        int third = events.size() / 3;
        run(book(rules, bars.store()), bars, events, 0, third, tables);
        run(book(rolling(Set.of(Interval.D1)), bars.crash()), bars, events, third, 2 * third, tables);
        run(book(rules, bars.crash()), bars, events, 2 * third, events.size(), tables);

        assertThat(tables).isEqualTo(calm(events));
    }

    @Test
    void a_restart_folds_nothing_from_what_is_left_of_an_evicted_day() {
        List<BarObservation> events = new ArrayList<>();
        for (Raw raw : Day.flat("AAPL", "2019-02-06 10:00", 5, 100, 10)) {
            events.add(bar(raw));
        }
        // Nineteen days later the first of those minutes takes its place in the changelog, the others stay there.
        events.add(bar(Raw.minute("AAPL", "2019-02-25 10:00", 100, 10)));
        LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
        Tables tables = new Tables();
        run(book(rules, bars.store()), bars, events, 0, events.size(), tables);
        Tables before = tables.copy();

        flush(book(rules, bars.crash()), bars, new Effects(), tables);

        assertThat(tables).isEqualTo(before);
    }

    private static void run(
            BarBook book, LoggedBars bars, List<BarObservation> events, int from, int to, Tables tables) {
        Effects effects = new Effects();
        for (int i = from; i < to; i++) {
            take(book, bars, events.get(i), i, effects, tables);
        }
        flush(book, bars, effects, tables);
        bars.commit();
    }

    private static BarObservation bar(Raw raw) {
        return (BarObservation) new Parsing(WATCHLIST, Duration.ofMinutes(2)).observation(raw.quote());
    }

    @Test
    void a_correction_whose_flush_was_lost_is_taken_up_after_the_restart() {
        List<BarObservation> events = events(1);
        LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
        Tables tables = new Tables();
        BarBook book = book(rules, bars.store());
        Effects effects = new Effects();
        for (int i = events.size() - 1; i >= 0; i--) {
            take(book, bars, events.get(i), i, effects, tables);
        }
        bars.commit();
        assertThat(tables.indicators()).isNotEqualTo(calm(events).indicators());

        flush(book(rules, bars.crash()), bars, new Effects(), tables);

        assertThat(tables).isEqualTo(calm(events));
    }

    @Test
    void a_record_taken_back_leaves_no_trace() {
        for (long seed = 1; seed <= 50; seed++) {
            List<BarObservation> events = events(seed);
            Random random = new Random(seed);
            LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
            BarBook book = book(rules, bars.store());
            Effects effects = new Effects();
            Tables tables = new Tables();
            for (int i = 0; i < events.size(); i++) {
                if (random.nextInt(5) == 0) {
                    effects.begin(CLOCK);
                    book.take(events.get(random.nextInt(events.size())), new Origin("t", 0, i), CLOCK, effects);
                    effects.undo();
                    book.reload("AAPL");
                }
                take(book, bars, events.get(i), i, effects, tables);
            }
            flush(book, bars, effects, tables);

            assertThat(tables).as("seed " + seed).isEqualTo(calm(events));
        }
    }

    @Test
    void a_restart_sends_nothing_that_stands() {
        List<BarObservation> events = events(2);
        LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
        BarBook book = book(rules, bars.store());
        Effects effects = new Effects();
        Tables tables = new Tables();
        for (int i = 0; i < events.size(); i++) {
            take(book, bars, events.get(i), i, effects, tables);
        }
        flush(book, bars, effects, tables);
        bars.commit();

        List<Row> sent = new ArrayList<>();
        Effects after = new Effects();
        after.begin(CLOCK);
        book(rules, bars.crash()).flush(CLOCK, after);
        after.release(bars.store(), sent::add);

        assertThat(sent).isEmpty();
    }

    private Tables withKills(List<BarObservation> events, Random random) {
        LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
        BarBook book = book(rules, bars.store());
        Effects effects = new Effects();
        Tables committed = new Tables();
        List<Row> transaction = new ArrayList<>();
        int committedOffset = 0;
        int next = 0;
        while (committedOffset < events.size()) {
            if (next < events.size()) {
                effects.begin(CLOCK);
                book.take(events.get(next), new Origin("t", 0, next), CLOCK, effects);
                effects.release(bars.store(), transaction::add);
                next++;
            }
            if (random.nextInt(7) == 0) {
                effects.begin(CLOCK);
                book.flush(CLOCK, effects);
                effects.release(bars.store(), transaction::add);
            }
            if (random.nextInt(5) == 0) {
                bars.commit();
                transaction.forEach(row -> committed.add(row.value()));
                transaction.clear();
                committedOffset = next;
            } else if (random.nextInt(12) == 0) {
                book = book(rules, bars.crash());
                transaction.clear();
                next = committedOffset;
            }
        }
        flush(book, bars, effects, committed);
        return committed;
    }

    private Tables calm(List<BarObservation> events) {
        LoggedBars bars = new LoggedBars(WATCHLIST, rules.depths());
        BarBook book = book(rules, bars.store());
        Effects effects = new Effects();
        Tables tables = new Tables();
        for (int i = 0; i < events.size(); i++) {
            take(book, bars, events.get(i), i, effects, tables);
        }
        flush(book, bars, effects, tables);
        return tables;
    }

    private static void take(
            BarBook book, LoggedBars bars, BarObservation event, int offset, Effects effects, Tables tables) {
        effects.begin(CLOCK);
        book.take(event, new Origin("t", 0, offset), CLOCK, effects);
        effects.release(bars.store(), row -> tables.add(row.value()));
    }

    private static void flush(BarBook book, LoggedBars bars, Effects effects, Tables tables) {
        effects.begin(CLOCK);
        book.flush(CLOCK, effects);
        effects.release(bars.store(), row -> tables.add(row.value()));
    }

    private static List<BarObservation> events(long seed) {
        Parsing parsing = new Parsing(WATCHLIST, Duration.ofMinutes(2));
        List<BarObservation> bars = new ArrayList<>();
        for (Raw raw : Soup.of(seed)) {
            if (parsing.observation(raw.quote()) instanceof BarObservation bar) {
                bars.add(bar);
            }
        }
        Collections.shuffle(bars, new Random(seed));
        return bars;
    }
}
