package dev.marketlake.stream.series;

import dev.marketlake.calendar.DayFinder;
import dev.marketlake.calendar.SessionPart;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.observation.Micros;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The bars of a task, in memory in order, with every change in the changelog. What is in memory but not yet saved is lost in a crash,
 * together with the outputs of the same transaction. Bars of symbols no longer followed stay in the changelog only.
 */
public final class BarSeriesStore implements StateStore {
    private final String name;
    private final Watchlist watchlist;
    private final Function<Interval, Depth> depths;
    private final KeyValueStore<Bytes, byte[]> log;
    private final Map<SeriesKey, EnumMap<SessionClass, BarSeries>> series = new LinkedHashMap<>();
    /** While bars are restored: whose bar a slot is, by what stands before the slot in its key. */
    private final Map<Bytes, Optional<Family>> families = new HashMap<>();

    private boolean open;

    private record Family(SeriesKey key, TradingCalendar calendar, DayFinder days) {}

    /** @param changelog opens the log of puts, given what takes each logged put back at a restart */
    BarSeriesStore(
            String name,
            Watchlist watchlist,
            Function<Interval, Depth> depths,
            Function<StateRestoreCallback, KeyValueStore<Bytes, byte[]>> changelog) {
        this.name = name;
        this.watchlist = watchlist;
        this.depths = depths;
        this.log = changelog.apply(this::restore);
    }

    /** The series of a key and class, empty at first. */
    public BarSeries series(SeriesKey key, SessionClass sessionClass, TradingCalendar calendar) {
        return series.computeIfAbsent(key, k -> new EnumMap<>(SessionClass.class))
                .computeIfAbsent(
                        sessionClass, c -> new BarSeries(key, c, calendar, new SlotKey(key, span(key.interval()))));
    }

    /** All series that have ever held a bar since this task started. */
    public Collection<BarSeries> all() {
        return series.values().stream()
                .flatMap(classes -> classes.values().stream())
                .toList();
    }

    /** Number of bars in memory. */
    public long bars() {
        long bars = 0;
        for (EnumMap<SessionClass, BarSeries> classes : series.values()) {
            for (BarSeries one : classes.values()) {
                bars += one.size();
            }
        }
        return bars;
    }

    /** Logs the state of a bar. */
    public void save(BarSeries bars, BarCell cell) {
        byte[] bytes = StoredBarCodec.encode(cell.stored());
        log.put(Bytes.wrap(bars.slots().of(cell.openTime())), bytes);
        cell.saved(bytes);
    }

    void restore(byte[] slot, byte[] value) {
        if (value == null) {
            return;
        }
        family(slot).ifPresent(family -> {
            Outline outline = StoredBarCodec.outline(value);
            SessionPart part = family.days().part(outline.openTime());
            series(family.key(), SessionClass.of(part), family.calendar()).restore(outline, value);
        });
    }

    /** Whose bar a slot holds; empty where its symbol is no longer followed. */
    private Optional<Family> family(byte[] slot) {
        Bytes prefix = Bytes.wrap(SlotKey.prefix(slot));
        Optional<Family> known = families.get(prefix);
        if (known == null) {
            SeriesKey key = SlotKey.series(slot);
            known = watchlist
                    .calendar(key.symbol())
                    .map(calendar -> new Family(key, calendar, new DayFinder(calendar)));
            families.put(prefix, known);
        }
        return known;
    }

    private long span(Interval interval) {
        return interval.isIntraday() ? depths.apply(interval).span().toMillis() * Micros.PER_MILLI : Long.MAX_VALUE;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        series.clear();
        families.clear();
        log.init(context, root);
        open = true;
    }

    @Override
    public void close() {
        open = false;
        log.close();
        series.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
