package dev.marketlake.stream.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.Bar;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.Tables;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.series.BarSeriesStore;
import dev.marketlake.stream.series.LoggedBars;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** After a crash that left every roll-up undone: what is stored is gone over in turns, and nothing of it is forgotten. */
class RestingSymbolsTest {
    private static final List<String> SYMBOLS =
            IntStream.range(0, 25).mapToObj(i -> "A" + (char) ('A' + i)).toList();
    private static final Watchlist WATCHLIST = Watchlist.of(SYMBOLS.toArray(String[]::new));
    private static final BookRules RULES = LawBooks.rolling(WATCHLIST, Set.of(Interval.M5, Interval.D1));

    private final LoggedBars bars = new LoggedBars(WATCHLIST, RULES.depths());
    private final Tables tables = new Tables();
    private final Effects effects = new Effects();
    private boolean gone;

    @Test
    void a_flush_goes_over_those_there_is_time_for_and_the_next_over_the_next() {
        BarBook book = crashed();

        assertThat(folded(flushInTurn(book))).hasSize(10);
        assertThat(folded(flushInTurn(book))).hasSize(10);
        assertThat(gone).isFalse();
        assertThat(folded(flushInTurn(book))).hasSize(5);
        assertThat(gone).isTrue();

        assertThat(flushInTurn(book)).isEmpty();
        assertThat(tables).isEqualTo(allAtOnce());
    }

    @Test
    void a_symbol_whose_record_comes_first_does_not_wait_for_the_others() {
        BarBook book = crashed();
        String last = SYMBOLS.getLast();

        assertThat(take(book, minute(last, 6), 1_000)).extracting(Row::key).contains(last);
        assertThat(folded(flushInTurn(book))).hasSize(10).contains(last);

        for (int turns = 0; turns < 3; turns++) {
            flushInTurn(book);
        }
        Tables inTurn = tables.copy();
        assertThat(flush(book)).isEmpty();
        assertThat(tables).isEqualTo(inTurn);
    }

    @Test
    void what_is_told_of_a_resting_symbol_is_taken_in() {
        BarBook book = crashed();
        Symbol symbol = new Symbol(SYMBOLS.getLast());

        assertThat(book.clock(symbol, 0))
                .isEqualTo(minute(symbol.value(), 0).place().observedAt());
    }

    /** Six minutes of each symbol were taken and committed; nothing was flushed. */
    private BarBook crashed() {
        BarBook book = book(bars.store());
        int offset = 0;
        for (String symbol : SYMBOLS) {
            for (int minute = 0; minute < 6; minute++) {
                take(book, minute(symbol, minute), offset++);
            }
        }
        bars.commit();
        return book(bars.crash());
    }

    private static BarBook book(BarSeriesStore store) {
        return SlowBooks.of(RULES, store, Duration.ofMillis(4));
    }

    private Tables allAtOnce() {
        var calm = new RestingSymbolsTest();
        calm.flush(calm.crashed());
        return calm.tables;
    }

    private static BarObservation minute(String symbol, int minute) {
        Raw raw = Raw.minute(symbol, "2019-02-15 09:30", 100, 500).later(minute, 100 + minute, 500);
        return LawBooks.bar(WATCHLIST, raw);
    }

    private List<Row> take(BarBook book, BarObservation bar, int offset) {
        return work(() -> book.take(bar, new Origin("t", 0, offset), LawBooks.CLOCK, effects));
    }

    private List<Row> flush(BarBook book) {
        return work(() -> book.flush(LawBooks.CLOCK, effects));
    }

    private List<Row> flushInTurn(BarBook book) {
        return work(() -> gone = book.flushInTurn(LawBooks.CLOCK, effects));
    }

    private List<Row> work(Runnable work) {
        List<Row> rows = new ArrayList<>();
        effects.begin(LawBooks.CLOCK);
        work.run();
        effects.release(bars.store(), rows::add);
        rows.forEach(row -> tables.add(row.value()));
        return rows;
    }

    /** Symbols whose five minutes were among the rows. */
    private static Set<String> folded(List<Row> rows) {
        return rows.stream()
                .map(Row::value)
                .filter(Bar.class::isInstance)
                .map(Bar.class::cast)
                .filter(bar -> bar.getInterval().equals("5m"))
                .map(Bar::getSymbol)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
