package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A market that never was: every minute is a pure function of (seed, symbol, minute), so that history and live agree whatever is asked in
 * which order, also across restarts and machines.
 *
 * <p>New York sessions. Regular minutes and, for liquid symbols, the closing auction as the minute that starts at the close; nothing else
 * outside regular hours. Computed days are kept for a while; what is kept never changes an answer.
 */
public final class SyntheticMarket implements Market {
    /** Where the synthetic history starts. */
    public static final LocalDate FIRST_DATE = LocalDate.of(2000, 1, 3);

    private static final int KEPT_DAYS = 1024;

    private final TradingCalendar calendar = TradingCalendar.of("NYSE");
    private final StampConvention stamp;
    private final SortedMap<Symbol, SyntheticListing> listings = new TreeMap<>();
    private final Map<Place, SyntheticDay> days = Collections.synchronizedMap(new KeptDays());

    /** @throws IllegalArgumentException where there is no symbol */
    public SyntheticMarket(SyntheticSettings settings) {
        stamp = settings.stamp();
        settings.symbols()
                .forEach((symbol, liquidity) -> listings.put(
                        symbol,
                        new SyntheticListing(
                                settings.seed(),
                                settings.spikeEvery(),
                                Instrument.of(settings.seed(), symbol, liquidity))));
    }

    @Override
    public SortedSet<Symbol> symbols() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(listings.keySet()));
    }

    @Override
    public TradingCalendar calendar() {
        return calendar;
    }

    @Override
    public StampConvention stampConvention() {
        return stamp;
    }

    @Override
    public Instant firstMinute() {
        return calendar.day(FIRST_DATE).orElseThrow().regularOpen();
    }

    @Override
    public Optional<Instant> end() {
        return Optional.empty();
    }

    @Override
    public List<MarketBar> minutes(Symbol symbol, Instant from, Instant to) {
        List<MarketBar> bars = new ArrayList<>();
        LocalDate last = calendar.localDate(to);
        for (LocalDate date = calendar.localDate(from); !date.isAfter(last); date = date.plusDays(1)) {
            trading(symbol, date).ifPresent(day -> bars.addAll(day.bars(from, to)));
        }
        return bars;
    }

    @Override
    public Optional<MarketBar> forming(Symbol symbol, Instant now) {
        return trading(symbol, calendar.localDate(now)).flatMap(day -> day.forming(now));
    }

    @Override
    public Optional<DayBar> day(Symbol symbol, LocalDate date) {
        return trading(symbol, date).flatMap(SyntheticDay::summary);
    }

    private Optional<SyntheticDay> trading(Symbol symbol, LocalDate date) {
        if (date.isBefore(FIRST_DATE)) {
            return Optional.empty();
        }
        return calendar.day(date).map(day -> computed(symbol, day));
    }

    private SyntheticDay computed(Symbol symbol, TradingDay day) {
        SyntheticListing listing = listings.get(symbol);
        if (listing == null) {
            throw new IllegalArgumentException(symbol + " is not listed");
        }
        Place place = new Place(symbol, day.date());
        SyntheticDay kept = days.get(place);
        if (kept != null) {
            return kept;
        }
        SyntheticDay fresh = listing.day(day);
        days.put(place, fresh);
        return fresh;
    }

    private record Place(Symbol symbol, LocalDate date) {}

    private static final class KeptDays extends LinkedHashMap<Place, SyntheticDay> {
        private static final long serialVersionUID = 1L;

        KeptDays() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, SyntheticDay> eldest) {
            return size() > KEPT_DAYS;
        }
    }
}
