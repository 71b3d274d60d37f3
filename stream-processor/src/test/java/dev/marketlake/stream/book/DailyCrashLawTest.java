package dev.marketlake.stream.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.Spike;
import dev.marketlake.stream.Tables;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.stream.screen.MedianScreen;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.Emission;
import dev.marketlake.stream.series.LoggedBars;
import dev.marketlake.stream.series.Provenance;
import dev.marketlake.stream.series.SeriesKey;
import dev.marketlake.stream.series.SessionClass;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Daily readings under late, corrected and repeated minutes, kills and restarts: the same rows, and none sent for nothing. */
class DailyCrashLawTest {
    private static final TradingCalendar NYSE = TradingCalendar.of("NYSE");
    private static final Watchlist WATCHLIST = Watchlist.of("AAPL");
    private static final long CLOCK = 1_551_484_800_000_000L;
    private static final BookRules RULES = new BookRules(
            WATCHLIST,
            interval -> new Depth(5, 2),
            Set.of(Interval.D1),
            Duration.ofMinutes(1),
            new MedianScreen(0.2),
            new SourcePriority(List.of()),
            () -> Spike.NO_RULES);

    /** A minute with how late it comes, in sessions. */
    private record Delayed(Raw raw, double at) {}

    @Test
    void any_order_within_the_depth_and_any_kills_leave_the_same_daily_readings() {
        for (long seed = 1; seed <= 40; seed++) {
            List<Delayed> events = events(seed);
            Tables calm =
                    calm(inOrder(events, Comparator.comparing(one -> one.raw().time())));

            assertThat(withKills(inOrder(events, Comparator.comparing(Delayed::at)), new Random(seed)))
                    .as("seed " + seed)
                    .isEqualTo(calm);
            assertThat(calm.performance()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void a_restart_sends_no_row_that_stands_and_measures_on_from_the_days_that_are_stored() {
        List<BarObservation> events = inOrder(events(1), Comparator.comparing(Delayed::at));
        int most = events.size() - 3;
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        run(new BarBook(RULES, bars.store()), bars, events.subList(0, most), row -> tables.add(row.value()));
        bars.commit();
        BarBook restarted = new BarBook(RULES, bars.crash());

        List<Row> sent = new ArrayList<>();
        run(restarted, bars, List.of(), sent::add);
        assertThat(sent).isEmpty();
        run(restarted, bars, events.subList(most, events.size()), row -> tables.add(row.value()));

        assertThat(tables.performance()).isEqualTo(calm(events).performance());
    }

    @Test
    void days_that_were_stored_before_there_were_daily_readings_get_their_rows() {
        List<BarObservation> events = inOrder(events(2), Comparator.comparing(Delayed::at));
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        run(new BarBook(RULES, bars.store()), bars, events, row -> tables.add(row.value()));
        BarSeries days = bars.store()
                .series(
                        new SeriesKey(new Symbol("AAPL"), Interval.D1, Provenance.FOLDED, PriceBasis.RAW),
                        SessionClass.REGULAR,
                        NYSE);
        for (int i = 0; i < days.size(); i++) {
            BarCell day = days.at(i);
            day.store(day.stored().withReadings(Emission.NEVER));
            bars.store().save(days, day);
        }
        bars.commit();

        Tables after = new Tables();
        run(new BarBook(RULES, bars.crash()), bars, List.of(), row -> after.add(row.value()));

        assertThat(after.performance()).isEqualTo(tables.performance());
        assertThat(after.bars()).isEmpty();
    }

    @Test
    void a_record_taken_back_leaves_no_trace_in_later_readings() {
        List<BarObservation> events = inOrder(events(3), Comparator.comparing(Delayed::at));
        Random random = new Random(3);
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        BarBook book = new BarBook(RULES, bars.store());
        Effects effects = new Effects();
        Tables tables = new Tables();
        for (int i = 0; i < events.size(); i++) {
            if (random.nextInt(5) == 0) {
                effects.begin(CLOCK);
                book.take(events.get(i), new Origin("t", 0, i), CLOCK, effects);
                effects.undo();
                book.reload("AAPL");
            }
            run(book, bars, events.subList(i, i + 1), row -> tables.add(row.value()));
        }

        assertThat(tables).isEqualTo(calm(events));
    }

    private static Tables withKills(List<BarObservation> events, Random random) {
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        BarBook book = new BarBook(RULES, bars.store());
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
            if (random.nextInt(4) == 0) {
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
                book = new BarBook(RULES, bars.crash());
                transaction.clear();
                next = committedOffset;
            }
        }
        run(book, bars, List.of(), row -> committed.add(row.value()));
        return committed;
    }

    private static Tables calm(List<BarObservation> events) {
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        run(new BarBook(RULES, bars.store()), bars, events, row -> tables.add(row.value()));
        return tables;
    }

    private static void run(BarBook book, LoggedBars bars, List<BarObservation> events, Consumer<Row> sent) {
        Effects effects = new Effects();
        for (int i = 0; i < events.size(); i++) {
            effects.begin(CLOCK);
            book.take(events.get(i), new Origin("t", 0, i), CLOCK, effects);
            effects.release(bars.store(), sent);
        }
        effects.begin(CLOCK);
        book.flush(CLOCK, effects);
        effects.release(bars.store(), sent);
    }

    private static List<BarObservation> inOrder(List<Delayed> events, Comparator<Delayed> order) {
        Parsing parsing = new Parsing(WATCHLIST, Duration.ofMinutes(2));
        return events.stream()
                .sorted(order)
                .map(one -> (BarObservation) parsing.observation(one.raw().quote()))
                .toList();
    }

    /** A few minutes of each session of three months, each up to three sessions late, some repeated, revised, or wild and put right. */
    private static List<Delayed> events(long seed) {
        Random random = new Random(seed);
        List<Delayed> events = new ArrayList<>();
        double price = 100;
        int session = 0;
        for (LocalDate date :
                LocalDate.of(2018, 11, 1).datesUntil(LocalDate.of(2019, 2, 1)).toList()) {
            if (NYSE.day(date).isEmpty()) {
                continue;
            }
            session++;
            if (random.nextInt(30) == 0) {
                continue;
            }
            for (int minute = 0; minute < 3; minute++) {
                price *= Math.exp(random.nextGaussian() / 100);
                Raw bar = Raw.minute("AAPL", date + " 10:00", price, 1).later(minute, rounded(price), 10);
                do {
                    Raw said = random.nextInt(6) == 0 ? bar.prices("500", "500", "500", "500") : bar;
                    String at = "2019-02-2" + random.nextInt(8) + "T00:00:00Z";
                    events.add(new Delayed(
                            said.observed(at, "request-" + random.nextInt(5), events.size()),
                            session + random.nextDouble() * 3));
                } while (random.nextInt(3) == 0);
            }
        }
        return events;
    }

    private static double rounded(double price) {
        return Math.round(price * 100) / 100.0;
    }
}
