package dev.marketlake.stream.book;

import static dev.marketlake.stream.book.LawBooks.RULES;
import static dev.marketlake.stream.book.LawBooks.WATCHLIST;
import static dev.marketlake.stream.book.LawBooks.book;
import static dev.marketlake.stream.book.LawBooks.calm;
import static dev.marketlake.stream.book.LawBooks.events;
import static dev.marketlake.stream.book.LawBooks.flush;
import static dev.marketlake.stream.book.LawBooks.rolling;
import static dev.marketlake.stream.book.LawBooks.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.market.Interval;
import dev.marketlake.stream.EveryKind;
import dev.marketlake.stream.Spike;
import dev.marketlake.stream.Tables;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.series.LoggedBars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tables follow from events, rules and settings, in whatever order and whenever any of them came. */
class SettingsLawTest {
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
                RULES.depths(),
                RULES.rollUps(),
                RULES.grace(),
                RULES.median(),
                RULES.sources(),
                inForce::get);
        List<BarObservation> events = events(seed);
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        BarBook book = book(going, bars.store());
        int changed = seed % 3 == 0 ? events.size() / 2 : events.size();
        run(book, bars, events, 0, changed, tables);
        inForce.set(after);
        run(restarted ? book(going, bars.crash()) : book, bars, events, changed, events.size(), tables);
        return tables;
    }

    @Test
    void an_interval_that_is_new_in_the_settings_is_folded_from_the_minutes_that_are_kept() {
        List<BarObservation> events = events(3);
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        run(book(rolling(Set.of()), bars.store()), bars, events, 0, events.size(), tables);
        assertThat(tables.bars()).isNotEqualTo(calm(events).bars());

        flush(book(RULES, bars.crash()), bars, new Effects(), tables);

        assertThat(tables).isEqualTo(calm(events));
    }

    @Test
    void an_interval_that_was_out_of_the_settings_for_a_while_comes_back_right() {
        List<BarObservation> events = events(4);
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        int third = events.size() / 3;
        run(book(RULES, bars.store()), bars, events, 0, third, tables);
        run(book(rolling(Set.of(Interval.D1)), bars.crash()), bars, events, third, 2 * third, tables);
        run(book(RULES, bars.crash()), bars, events, 2 * third, events.size(), tables);

        assertThat(tables).isEqualTo(calm(events));
    }
}
