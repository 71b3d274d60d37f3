package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.FundamentalsRows;
import dev.marketlake.stream.judge.FundamentalsView.Known;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What is said of companies, in the order of places: a row stands where a source says something else than it said before.
 *
 * <pre>
 *   said:  A A B A A      a late B between the first two:  A B A B A A
 *   rows:  A . B A .                                       A B A B A .
 * </pre>
 *
 * So a late saying may also change whether the one after it is news. Kept for the live depth, and the last one before it. Used by one
 * thread.
 */
final class CompanyBook {
    private final Watchlist watchlist;
    private final Depth depth;
    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<String, LocalDate> newest = new HashMap<>();

    /** Takes up what the store holds. */
    CompanyBook(BookRules rules, KeyValueStore<Bytes, byte[]> store) {
        this.watchlist = rules.watchlist();
        this.depth = rules.depths().apply(Interval.M1);
        this.store = store;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> CompanyKey.of(entry.key).ifFollowed(watchlist, this::seen));
        }
    }

    Disposition take(FundamentalsObservation observation, Origin origin, Effects effects) {
        TradingCalendar calendar = watchlist.calendar(observation.symbol()).orElseThrow();
        CompanyKey key = CompanyKey.of(observation);
        LocalDate date = calendar.localDate(Micros.instant(key.observedAt()));
        LocalDate newestDate = newest.getOrDefault(key.series(), date);
        if (date.isBefore(depth.first(calendar, newestDate))) {
            return Disposition.BEYOND_DEPTH;
        }
        if (store.get(key.bytes()) != null) {
            return Disposition.DUPLICATE;
        }
        Saying arrival = new Saying(key, new SaidOfCompany(observation.content(), observation.notes(), origin));
        byte[] value = FactCodec.encode(arrival.said());
        Optional<Saying> before = before(key);
        Optional<Saying> after = after(key);
        tell(observation, arrival, before, after, effects);
        effects.onRelease(() -> {
            store.put(key.bytes(), value);
            if (date.isAfter(newestDate)) {
                evict(key, calendar, date);
            }
            seen(key.series(), date);
        });
        return disposition(arrival, before, after);
    }

    /** Sends what the arrival changes between its neighbours: its own row, and that of the one after it. */
    private static void tell(
            FundamentalsObservation observation,
            Saying arrival,
            Optional<Saying> before,
            Optional<Saying> after,
            Effects effects) {
        if (arrival.isNewsAfter(before)) {
            publish(observation, arrival, effects);
        }
        if (after.isPresent()) {
            Saying follower = after.get();
            boolean wasNews = follower.isNewsAfter(before);
            boolean isNews = follower.isNewsAfter(Optional.of(arrival));
            if (isNews && !wasNews) {
                publish(observation, follower, effects);
            } else if (wasNews && !isNews) {
                withdraw(observation, follower, arrival.said().origin(), effects);
            }
        }
    }

    /** The identity is the series: were it the row, their number would depend on the order of arrival. */
    private static Disposition disposition(Saying arrival, Optional<Saying> before, Optional<Saying> after) {
        if (before.isEmpty() && after.isEmpty()) {
            return Disposition.ACCEPTED;
        }
        boolean repeated = !arrival.isNewsAfter(before)
                || after.filter(follower -> !follower.isNewsAfter(Optional.of(arrival)))
                        .isPresent();
        if (repeated) {
            return Disposition.DUPLICATE;
        }
        return after.isEmpty() ? Disposition.REVISED : Disposition.SUPERSEDED;
    }

    /** The latest word on earnings at or before a time, of whichever source. */
    Optional<Known> asOf(Symbol symbol, long time) {
        String own = symbol.value() + "|";
        return newest.keySet().stream()
                .filter(series -> series.startsWith(own))
                .sorted()
                .flatMap(series -> before(new CompanyKey(series, time + 1, "", 0)).stream())
                .filter(Saying::isOfEarnings)
                .max(Comparator.comparingLong(saying -> saying.key().observedAt()))
                .map(Saying::known);
    }

    /** One saying of the series. */
    private record Saying(CompanyKey key, SaidOfCompany said) {
        static Saying of(KeyValue<Bytes, byte[]> entry) {
            return new Saying(CompanyKey.of(entry.key), FactCodec.said(entry.value));
        }

        boolean isOfEarnings() {
            return said.content().peRatio() != null || said.content().eps() != null;
        }

        Known known() {
            BigDecimal ratio = said.content().peRatio();
            return new Known(ratio == null ? null : ratio.doubleValue(), key.observedAt(), said.origin());
        }

        boolean isNewsAfter(Optional<Saying> before) {
            return before.filter(earlier -> earlier.said().content().equals(said.content()))
                    .isEmpty();
        }
    }

    private Optional<Saying> before(CompanyKey key) {
        try (KeyValueIterator<Bytes, byte[]> earlier =
                store.reverseRange(key.at(Long.MIN_VALUE).bytes(), key.bytes())) {
            return earlier.hasNext() ? Optional.of(Saying.of(earlier.next())) : Optional.empty();
        }
    }

    private Optional<Saying> after(CompanyKey key) {
        try (KeyValueIterator<Bytes, byte[]> later =
                store.range(key.bytes(), key.at(Long.MAX_VALUE).bytes())) {
            return later.hasNext() ? Optional.of(Saying.of(later.next())) : Optional.empty();
        }
    }

    private static void publish(FundamentalsObservation observation, Saying saying, Effects effects) {
        FundamentalsRows.publish(
                observation.symbol(),
                observation.source(),
                saying.key().observedAt(),
                saying.said().content(),
                saying.said().notes(),
                saying.said().origin(),
                effects);
    }

    private static void withdraw(FundamentalsObservation observation, Saying saying, Origin cause, Effects effects) {
        FundamentalsRows.withdraw(
                observation.symbol(), observation.source(), saying.key().observedAt(), cause, effects);
    }

    private void seen(String series, LocalDate date) {
        newest.merge(series, date, (a, b) -> a.isAfter(b) ? a : b);
    }

    private void evict(CompanyKey key, TradingCalendar calendar, LocalDate newestDate) {
        LocalDate first = depth.first(calendar, newestDate);
        long start = Micros.of(first.atStartOfDay(calendar.zone()).toInstant());
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                store.range(key.at(Long.MIN_VALUE).bytes(), key.at(start).bytes())) {
            range.forEachRemaining(entry -> old.add(entry.key));
        }
        old.stream().limit(Math.max(0, old.size() - 1)).forEach(store::delete);
    }
}
