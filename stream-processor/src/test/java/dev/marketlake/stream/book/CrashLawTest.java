package dev.marketlake.stream.book;

import static dev.marketlake.stream.book.LawBooks.CLOCK;
import static dev.marketlake.stream.book.LawBooks.RULES;
import static dev.marketlake.stream.book.LawBooks.WATCHLIST;
import static dev.marketlake.stream.book.LawBooks.bar;
import static dev.marketlake.stream.book.LawBooks.book;
import static dev.marketlake.stream.book.LawBooks.calm;
import static dev.marketlake.stream.book.LawBooks.events;
import static dev.marketlake.stream.book.LawBooks.flush;
import static dev.marketlake.stream.book.LawBooks.run;
import static dev.marketlake.stream.book.LawBooks.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.stream.Day;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.Tables;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.series.LoggedBars;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A task that is killed at any moment, and takes the same records again, ends with the same tables. */
class CrashLawTest {
    @Test
    void kills_between_any_two_records_and_commits_leave_the_same_tables() {
        for (long seed = 1; seed <= 150; seed++) {
            List<BarObservation> events = events(seed);

            assertThat(withKills(events, new Random(seed))).as("seed " + seed).isEqualTo(calm(events));
        }
    }

    @Test
    void a_restart_folds_nothing_from_what_is_left_of_an_evicted_day() {
        List<BarObservation> events = new ArrayList<>();
        for (Raw raw : Day.flat("AAPL", "2019-02-06 10:00", 5, 100, 10)) {
            events.add(bar(raw));
        }
        // Nineteen days later the first of those minutes takes its place in the changelog, the others stay there.
        events.add(bar(Raw.minute("AAPL", "2019-02-25 10:00", 100, 10)));
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        run(book(RULES, bars.store()), bars, events, 0, events.size(), tables);
        Tables before = tables.copy();

        flush(book(RULES, bars.crash()), bars, new Effects(), tables);

        assertThat(tables).isEqualTo(before);
    }

    @Test
    void a_correction_whose_flush_was_lost_is_taken_up_after_the_restart() {
        List<BarObservation> events = events(1);
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        BarBook book = book(RULES, bars.store());
        Effects effects = new Effects();
        for (int i = events.size() - 1; i >= 0; i--) {
            take(book, bars, events.get(i), i, effects, tables);
        }
        bars.commit();
        assertThat(tables.indicators()).isNotEqualTo(calm(events).indicators());

        flush(book(RULES, bars.crash()), bars, new Effects(), tables);

        assertThat(tables).isEqualTo(calm(events));
    }

    @Test
    void a_record_taken_back_leaves_no_trace() {
        for (long seed = 1; seed <= 50; seed++) {
            List<BarObservation> events = events(seed);
            Random random = new Random(seed);
            LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
            BarBook book = book(RULES, bars.store());
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
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        run(book(RULES, bars.store()), bars, events, 0, events.size(), new Tables());

        List<Row> sent = new ArrayList<>();
        Effects after = new Effects();
        after.begin(CLOCK);
        book(RULES, bars.crash()).flush(CLOCK, after);
        after.release(bars.store(), sent::add);

        assertThat(sent).isEmpty();
    }

    private Tables withKills(List<BarObservation> events, Random random) {
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        BarBook book = book(RULES, bars.store());
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
                book = book(RULES, bars.crash());
                transaction.clear();
                next = committedOffset;
            }
        }
        flush(book, bars, effects, committed);
        return committed;
    }
}
