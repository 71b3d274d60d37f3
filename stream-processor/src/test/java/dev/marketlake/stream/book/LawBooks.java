package dev.marketlake.stream.book;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.EveryKind;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.Soup;
import dev.marketlake.stream.Tables;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.emit.Effects;
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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Books of one symbol for the laws, with rules of every kind, and the events that go into them. */
final class LawBooks {
    static final Watchlist WATCHLIST = Watchlist.of("AAPL");
    static final long CLOCK = 1_551_484_800_000_000L;
    static final BookRules RULES = rolling(Set.of(Interval.M5, Interval.H1, Interval.D1));
    private static final long MINUTE = 60_000_000L;
    private static final long SECOND_OPEN = 1_550_241_000_000_000L;
    private static final long HUNDRED = 10_000_000_000L;

    private LawBooks() {}

    static BookRules rolling(Set<Interval> rollUps) {
        return rolling(WATCHLIST, rollUps);
    }

    static BookRules rolling(Watchlist watchlist, Set<Interval> rollUps) {
        return new BookRules(
                watchlist,
                interval -> new Depth(5, 2),
                rollUps,
                Duration.ofMinutes(1),
                new MedianScreen(0.2),
                new SourcePriority(List.of(Source.FINNHUB)),
                () -> EveryKind.RULES);
    }

    /** A book that is told of a company and of another source. */
    static BarBook book(BookRules rules, BarSeriesStore store) {
        return new BarBook(
                rules,
                store,
                new Alerting(rules.alerts(), LawBooks::known, series -> LawBooks::said),
                SplitsView.NONE,
                System::nanoTime);
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

    /** Takes some events, flushes and commits. */
    static void run(BarBook book, LoggedBars bars, List<BarObservation> events, int from, int to, Tables tables) {
        Effects effects = new Effects();
        for (int i = from; i < to; i++) {
            take(book, bars, events.get(i), i, effects, tables);
        }
        flush(book, bars, effects, tables);
        bars.commit();
    }

    static BarObservation bar(Raw raw) {
        return bar(WATCHLIST, raw);
    }

    static BarObservation bar(Watchlist watchlist, Raw raw) {
        return (BarObservation) new Parsing(watchlist, Duration.ofMinutes(2)).observation(raw.quote());
    }

    /** What comes of events without a kill. */
    static Tables calm(List<BarObservation> events) {
        LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
        Tables tables = new Tables();
        run(book(RULES, bars.store()), bars, events, 0, events.size(), tables);
        return tables;
    }

    static void take(BarBook book, LoggedBars bars, BarObservation event, int offset, Effects effects, Tables tables) {
        effects.begin(CLOCK);
        book.take(event, new Origin("t", 0, offset), CLOCK, effects);
        effects.release(bars.store(), row -> tables.add(row.value()));
    }

    static void flush(BarBook book, LoggedBars bars, Effects effects, Tables tables) {
        effects.begin(CLOCK);
        book.flush(CLOCK, effects);
        effects.release(bars.store(), row -> tables.add(row.value()));
    }

    static List<BarObservation> events(long seed) {
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
