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
import java.util.List;
import java.util.Map;

/** The bars of every symbol of one task. Used by one thread. */
public final class BarBook {
    private final BookRules rules;
    private final Alerting alerts;
    private final SplitsView splits;
    private final BarSeriesStore store;
    private final Map<Symbol, SymbolBook> symbols = new LinkedHashMap<>();

    /** Takes up what the store holds. Nothing is known of companies. */
    public BarBook(BookRules rules, BarSeriesStore store) {
        this(rules, store, FundamentalsView.NONE, SplitsView.NONE);
    }

    /** Takes up what the store holds. */
    public BarBook(BookRules rules, BarSeriesStore store, FundamentalsView fundamentals, SplitsView splits) {
        this(rules, store, new Alerting(rules.alerts(), fundamentals, OtherSources::new), splits);
    }

    BarBook(BookRules rules, BarSeriesStore store, Alerting alerts, SplitsView splits) {
        this.rules = rules;
        this.alerts = alerts;
        this.splits = splits;
        this.store = store;
        for (BarSeries series : store.all()) {
            book(series.key().symbol(), series.calendar());
        }
    }

    /** Takes one observation of a followed symbol. @param wallClock microseconds since the epoch, UTC */
    public Disposition take(BarObservation bar, Origin origin, long wallClock, Effects effects) {
        TradingCalendar calendar = rules.watchlist().calendar(bar.symbol()).orElseThrow();
        return book(bar.symbol(), calendar).take(bar, origin, wallClock, effects);
    }

    /** The clock by which bars of a symbol are complete: the wall clock, or the newest observation where that is later. */
    long clock(Symbol symbol, long wallClock) {
        SymbolBook book = symbols.get(symbol);
        return book == null ? wallClock : book.clock(wallClock);
    }

    /** Takes what the trades of a minute of a followed symbol fold to. */
    void derive(Symbol symbol, long openTime, BarFold fold, long wallClock, Effects effects) {
        TradingCalendar calendar = rules.watchlist().calendar(symbol).orElseThrow();
        book(symbol, calendar).derive(openTime, fold, wallClock, effects);
    }

    /** Works out everything that is stale or newly complete; under new alert rules the open trade date of every series too. */
    public void flush(long wallClock, Effects effects) {
        if (alerts.changed()) {
            symbols.values().forEach(SymbolBook::judgeAgain);
        }
        symbols.values().forEach(book -> book.flush(wallClock, effects));
    }

    /** What bars of a symbol are judged by besides bars has changed for those that end at or after a time. */
    public void judgeFrom(Symbol symbol, long time, Effects effects) {
        SymbolBook book = symbols.get(symbol);
        if (book != null) {
            book.judgeFrom(time, effects);
        }
    }

    /** Prices of a symbol from before a date compare otherwise with those from it on. */
    public void splitsChanged(Symbol symbol, LocalDate exDate, Effects effects) {
        SymbolBook book = symbols.get(symbol);
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

    private SymbolBook book(Symbol symbol, TradingCalendar calendar) {
        return symbols.computeIfAbsent(
                symbol, s -> new SymbolBook(s, calendar, rules, alerts, splits.of(s), store, stored(s)));
    }

    private List<BarSeries> stored(Symbol symbol) {
        return store.all().stream()
                .filter(series -> series.key().symbol().equals(symbol))
                .toList();
    }
}
