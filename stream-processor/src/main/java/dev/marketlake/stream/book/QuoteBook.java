package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.TradeRows;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.TradeObservation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The quote snapshots and the trades known per symbol and source, within the live depth: one is the same where provider time and content
 * are. Its row carries its earliest observation. Used by one thread.
 */
public final class QuoteBook {
    private final Watchlist watchlist;
    private final Depth depth;
    private final KeyValueStore<Bytes, byte[]> store;
    private final TradeMinutes minutes;
    private final Map<String, LocalDate> newest = new HashMap<>();

    /** Takes up what the store holds. @param minutes are folded from the trades */
    public QuoteBook(BookRules rules, KeyValueStore<Bytes, byte[]> store, TradeMinutes minutes) {
        this.watchlist = rules.watchlist();
        this.depth = rules.depths().apply(Interval.M1);
        this.store = store;
        this.minutes = minutes;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> resume(QuoteKey.of(entry.key)));
        }
    }

    private void resume(QuoteKey key) {
        key.ifFollowed(watchlist, (series, date) -> {
            seen(series, date);
            if (key.isTrade()) {
                minutes.changed(key.symbol(), key.providerTime());
            }
        });
    }

    /** Takes one snapshot of a followed symbol. */
    public Disposition take(QuoteObservation quote, Origin origin, Effects effects) {
        return take(
                QuoteKey.of(quote),
                quote,
                quote.providerTime(),
                QuoteState.of(quote.place()),
                (id, date) -> TradeRows.publish(id, quote, date, origin, effects),
                effects);
    }

    /** Takes one trade of a followed symbol. */
    public Disposition take(TradeObservation trade, Origin origin, Effects effects) {
        return take(
                QuoteKey.of(trade),
                trade,
                trade.providerTime(),
                QuoteState.of(trade, origin),
                (id, date) -> {
                    TradeRows.publish(id, trade, date, origin, effects);
                    effects.onRelease(() -> minutes.changed(trade.symbol(), trade.providerTime()));
                },
                effects);
    }

    private Disposition take(
            QuoteKey key,
            Observation observation,
            long providerTime,
            byte[] state,
            BiConsumer<String, LocalDate> publish,
            Effects effects) {
        TradingCalendar calendar = watchlist.calendar(observation.symbol()).orElseThrow();
        LocalDate date = calendar.localDate(Micros.instant(providerTime));
        LocalDate newestDate = newest.getOrDefault(key.series(), date);
        if (date.isBefore(depth.first(calendar, newestDate))) {
            return Disposition.BEYOND_DEPTH;
        }
        byte[] known = store.get(key.bytes());
        if (known != null && !observation.place().isBefore(QuoteState.first(known))) {
            return Disposition.DUPLICATE;
        }
        publish.accept(key.tradeId(), date);
        effects.onRelease(() -> {
            store.put(key.bytes(), state);
            if (date.isAfter(newestDate)) {
                evict(key, calendar, date);
            }
            seen(key.series(), date);
        });
        return known == null ? Disposition.ACCEPTED : Disposition.DUPLICATE;
    }

    private void seen(String series, LocalDate date) {
        newest.merge(series, date, (a, b) -> a.isAfter(b) ? a : b);
    }

    private void evict(QuoteKey key, TradingCalendar calendar, LocalDate newestDate) {
        LocalDate first = depth.first(calendar, newestDate);
        long before = Micros.of(first.atStartOfDay(calendar.zone()).toInstant());
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(key.at(0), key.at(before))) {
            range.forEachRemaining(entry -> old.add(entry.key));
        }
        old.forEach(store::delete);
    }
}
