package dev.marketlake.stream.series;

import dev.marketlake.benchmarks.HotPath;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reasons;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.streams.state.Stores;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A minute into a series that holds as many as live does, seven sessions of 390: its place is found, it is put there and saved to a
 * changelog in memory.
 */
public class SeriesBenchmark extends HotPath {
    private static final int DAY = 390;
    private static final int KEPT = 7 * DAY;
    private static final long MINUTE = 60_000_000;
    private static final TradingCalendar CALENDAR = TradingCalendar.of("24x7");
    private static final SeriesKey KEY =
            new SeriesKey(new Symbol("BTC-USD"), Interval.M1, Provenance.SENT, PriceBasis.RAW);

    private final BarSeriesStore store = new BarSeriesStore(
            "bars",
            Watchlist.of("BTC-USD"),
            interval -> new Depth(5, 2),
            restore -> Stores.inMemoryKeyValueStore("changelog").get());
    private final BarSeries series = store.series(KEY, SessionClass.REGULAR, CALENDAR);
    private long next =
            Micros.of(CALENDAR.day(LocalDate.of(2019, 2, 15)).orElseThrow().regularOpen());

    /** How late a bar is. */
    @State(Scope.Thread)
    public static class Lateness {
        /** Bars that lie behind it. */
        @Param({"1", "30", "1000"})
        public int behind = 1;
    }

    @Setup
    public void fill() {
        for (int i = 0; i < KEPT; i++, next += MINUTE) {
            insert(next);
        }
    }

    /** A bar at the end, and its share of forgetting the oldest day. */
    @Benchmark
    @OperationsPerInvocation(DAY)
    public BarSeries tail() {
        for (int i = 0; i < DAY; i++, next += MINUTE) {
            insert(next);
        }
        series.removeOldest(DAY);
        return series;
    }

    /** A bar between two others, and taking it out again. */
    @Benchmark
    public BarCell late(Lateness late) {
        long openTime = next - late.behind * MINUTE - MINUTE / 2;
        BarCell cell = insert(openTime);
        series.remove(series.find(openTime));
        return cell;
    }

    /** @throws IllegalStateException where the bar is there already */
    private BarCell insert(long openTime) {
        int found = series.find(openTime);
        if (found >= 0) {
            throw new IllegalStateException("the bar at " + openTime + " is there already");
        }
        BarCell cell = series.insert(-found - 1, bar(openTime));
        store.save(series, cell);
        return cell;
    }

    private static StoredBar bar(long openTime) {
        BarContent content =
                new BarContent(17_125_000_000L, 17_133_000_000L, 17_110_000_000L, 17_121_000_000L, 151_033);
        Place place = new Place(openTime + 2 * MINUTE, "request-1", 0);
        Origin origin = new Origin("lKuVXXQkQpuq4iEQdEZRHQ", 1, openTime / MINUTE);
        SeenContent seen = SeenContent.once(Source.ALPHA_VANTAGE, content, place, origin, Reasons.NONE);
        return StoredBar.fresh(openTime).withContents(List.of(seen), 0).screened(Reasons.NONE, true);
    }
}
