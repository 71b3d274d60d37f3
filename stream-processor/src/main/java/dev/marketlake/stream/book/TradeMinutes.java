package dev.marketlake.stream.book;

import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.book.QuoteState.Execution;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.rollup.BarFold;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One-minute bars folded from trades, for where no source sends any. A minute waits until it is over and its grace has passed, and again
 * whenever another of its trades comes; what waits is not stored, a restart folds every minute once more. Of several sources the trades of
 * the best are folded: those of two would count one trade twice. Trades of one instant stand in an order that is fixed, though nobody knows
 * theirs. Used by one thread.
 */
public final class TradeMinutes {
    private static final long MINUTE = Interval.M1.length().toNanos() / 1_000;

    private final KeyValueStore<Bytes, byte[]> trades;
    private final BarBook bars;
    private final SourcePriority priority;
    private final long grace;
    private final Map<Symbol, NavigableSet<Long>> waiting = new LinkedHashMap<>();

    /** @param trades as {@link QuoteBook} keeps them */
    public TradeMinutes(BookRules rules, KeyValueStore<Bytes, byte[]> trades, BarBook bars) {
        this.trades = trades;
        this.bars = bars;
        this.priority = rules.sources();
        Duration afterEnd = rules.grace();
        this.grace = afterEnd.toNanos() / 1_000;
    }

    /** A trade of a followed symbol is known, or known otherwise than before. @param providerTime microseconds since the epoch, UTC */
    void changed(Symbol symbol, long providerTime) {
        waiting.computeIfAbsent(symbol, s -> new TreeSet<>()).add(Math.floorDiv(providerTime, MINUTE) * MINUTE);
    }

    /** Folds the waiting minutes that are over. @param wallClock microseconds since the epoch, UTC */
    public void fold(long wallClock, Effects effects) {
        waiting.forEach((symbol, minutes) -> fold(symbol, minutes, wallClock, effects));
        waiting.values().removeIf(NavigableSet::isEmpty);
    }

    private void fold(Symbol symbol, NavigableSet<Long> minutes, long wallClock, Effects effects) {
        long clock = bars.clock(symbol, wallClock);
        for (Iterator<Long> opens = minutes.iterator(); opens.hasNext(); ) {
            long open = opens.next();
            if (open + MINUTE + grace > clock) {
                return;
            }
            opens.remove();
            fold(symbol, open).ifPresent(fold -> bars.derive(symbol, open, fold, wallClock, effects));
        }
    }

    private Optional<BarFold> fold(Symbol symbol, long open) {
        return priority.sources().stream()
                .map(source -> fold(symbol, source, open))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<BarFold> fold(Symbol symbol, Source source, long open) {
        BarFold.Children children = new BarFold.Children();
        @Nullable Execution last = null;
        Bytes from = QuoteKey.ofTrades(symbol, source, open);
        Bytes to = QuoteKey.ofTrades(symbol, source, open + MINUTE);
        try (KeyValueIterator<Bytes, byte[]> range = trades.range(from, to)) {
            while (range.hasNext()) {
                KeyValue<Bytes, byte[]> entry = range.next();
                Execution trade = QuoteState.execution(entry.value);
                // The upper bound of a range is part of it.
                if (trade.valid() && QuoteKey.of(entry.key).providerTime() < open + MINUTE) {
                    long price = trade.price();
                    children.add(new BarContent(price, price, price, price, trade.size()), trade.observedAt());
                    last = trade;
                }
            }
        }
        return Optional.ofNullable(last).map(end -> children.folded(end.origin()));
    }
}
