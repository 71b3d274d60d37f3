package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.judge.FundamentalsView;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.rollup.BarFold;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.BarSeriesStore;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The bars of every symbol of one task. What the store holds at the start rests until a record of the symbol comes, or a flush gets to it: to
 * take all of it up at once would keep records waiting. Used by one thread.
 */
public final class BarBook {
    /** For how long one flush out of many goes over symbols for the first time, some milliseconds each. */
    private static final long FIRST_FLUSHES_NANOS = 40_000_000;

    private final BookRules rules;
    private final Alerting alerts;
    private final SplitsView splits;
    private final BarSeriesStore store;
    private final LongSupplier nanoTime;
    private final Map<Symbol, SymbolBook> symbols = new LinkedHashMap<>();
    /** Symbols with bars in the store that were not flushed since the start, those first that are at work already. */
    private final SequencedSet<Symbol> waiting = new LinkedHashSet<>();

    /** Takes up what the store holds. Nothing is known of companies. */
    public BarBook(BookRules rules, BarSeriesStore store) {
        this(rules, store, FundamentalsView.NONE, SplitsView.NONE);
    }

    /** Takes up what the store holds. */
    public BarBook(BookRules rules, BarSeriesStore store, FundamentalsView fundamentals, SplitsView splits) {
        this(rules, store, new Alerting(rules.alerts(), fundamentals, OtherSources::new), splits, System::nanoTime);
    }

    /** @param nanoTime see {@link System#nanoTime()} */
    BarBook(BookRules rules, BarSeriesStore store, Alerting alerts, SplitsView splits, LongSupplier nanoTime) {
        this.rules = rules;
        this.alerts = alerts;
        this.splits = splits;
        this.store = store;
        this.nanoTime = nanoTime;
        for (BarSeries series : store.all()) {
            waiting.add(series.key().symbol());
        }
    }

    /** Takes one observation of a followed symbol. @param wallClock microseconds since the epoch, UTC */
    public Disposition take(BarObservation bar, Origin origin, long wallClock, Effects effects) {
        TradingCalendar calendar = rules.watchlist().calendar(bar.symbol()).orElseThrow();
        return book(bar.symbol(), calendar).take(bar, origin, wallClock, effects);
    }

    /** The clock by which bars of a symbol are complete: the wall clock, or the newest observation where that is later. */
    long clock(Symbol symbol, long wallClock) {
        SymbolBook book = known(symbol);
        return book == null ? wallClock : book.clock(wallClock);
    }

    /** Takes what the trades of a minute of a followed symbol fold to. */
    void derive(Symbol symbol, long openTime, BarFold fold, long wallClock, Effects effects) {
        TradingCalendar calendar = rules.watchlist().calendar(symbol).orElseThrow();
        book(symbol, calendar).derive(openTime, fold, wallClock, effects);
    }

    /** Works out everything that is stale or newly complete; under new alert rules the open trade date of every series too. */
    public void flush(long wallClock, Effects effects) {
        flush(wallClock, Long.MAX_VALUE, effects);
    }

    /**
     * The same, but of the symbols that were not flushed since the start only as many as some milliseconds allow, those that records have
     * come for first; at least one. The others' turn comes with the next flushes.
     *
     * @return whether all have had their turn
     */
    public boolean flushInTurn(long wallClock, Effects effects) {
        flush(wallClock, FIRST_FLUSHES_NANOS, effects);
        return waiting.isEmpty();
    }

    private void flush(long wallClock, long forFirst, Effects effects) {
        if (alerts.changed()) {
            symbols.values().forEach(SymbolBook::judgeAgain);
        }
        symbols.forEach((symbol, book) -> {
            if (!waiting.contains(symbol)) {
                book.flush(wallClock, effects);
            }
        });
        long began = nanoTime.getAsLong();
        while (!waiting.isEmpty()) {
            book(waiting.removeFirst()).flush(wallClock, effects);
            if (nanoTime.getAsLong() - began >= forFirst) {
                return;
            }
        }
    }

    /** What bars of a symbol are judged by besides bars has changed for those that end at or after a time. */
    public void judgeFrom(Symbol symbol, long time, Effects effects) {
        SymbolBook book = known(symbol);
        if (book != null) {
            book.judgeFrom(time, effects);
        }
    }

    /** Prices of a symbol from before a date compare otherwise with those from it on. */
    public void splitsChanged(Symbol symbol, LocalDate exDate, Effects effects) {
        SymbolBook book = known(symbol);
        if (book != null) {
            book.splitsChanged(exDate, effects);
        }
    }

    /** Takes a symbol up again from what is stored, after a record of it was taken back. */
    public void reload(String symbol) {
        symbols.keySet().removeIf(known -> known.value().equals(symbol));
        for (BarSeries series : store.all()) {
            if (series.key().symbol().value().equals(symbol)) {
                book(series.key().symbol(), series.calendar());
            }
        }
    }

    private @Nullable SymbolBook known(Symbol symbol) {
        return waiting.contains(symbol) ? book(symbol) : symbols.get(symbol);
    }

    private SymbolBook book(Symbol symbol) {
        return book(symbol, rules.watchlist().calendar(symbol).orElseThrow());
    }

    private SymbolBook book(Symbol symbol, TradingCalendar calendar) {
        SymbolBook known = symbols.get(symbol);
        if (known != null) {
            return known;
        }
        SymbolBook book = new SymbolBook(symbol, calendar, rules, alerts, splits.of(symbol), store, stored(symbol));
        symbols.put(symbol, book);
        if (waiting.contains(symbol)) {
            waiting.addFirst(symbol);
        }
        return book;
    }

    private List<BarSeries> stored(Symbol symbol) {
        return store.all().stream()
                .filter(series -> series.key().symbol().equals(symbol))
                .toList();
    }
}
