package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The final minutes of one symbol and date: the regular ones, then the closing auction. Prices in ten-thousandths of a dollar. Built once,
 * never changed after.
 */
final class SyntheticDay {
    /** Decimals of a served price, and of a tick. */
    static final int PRICE_SCALE = 4;

    private final TradingDay day;
    private final long firstMinute;
    private final int regular;
    private final long[] open;
    private final long[] high;
    private final long[] low;
    private final long[] close;
    private final long[] volume;
    private final boolean[] present;

    SyntheticDay(TradingDay day, int regular) {
        this.day = day;
        this.firstMinute = day.regularOpen().getEpochSecond() / 60;
        this.regular = regular;
        int slots = regular + 1;
        open = new long[slots];
        high = new long[slots];
        low = new long[slots];
        close = new long[slots];
        volume = new long[slots];
        present = new boolean[slots];
    }

    /** Fills one slot; its minute is then present. */
    void print(int slot, long opened, long highest, long lowest, long closed, long shares) {
        open[slot] = opened;
        high[slot] = highest;
        low[slot] = lowest;
        close[slot] = closed;
        volume[slot] = shares;
        present[slot] = true;
    }

    /** The bars that start in [from, to), oldest first. */
    List<MarketBar> bars(Instant from, Instant to) {
        int first = (int) Math.clamp(Math.ceilDiv(from.getEpochSecond(), 60L) - firstMinute, 0L, present.length);
        int end = (int) Math.clamp(Math.ceilDiv(to.getEpochSecond(), 60L) - firstMinute, 0L, present.length);
        List<MarketBar> bars = new ArrayList<>(Math.max(0, end - first));
        for (int slot = first; slot < end; slot++) {
            if (present[slot]) {
                bars.add(bar(slot, 1, 1));
            }
        }
        return bars;
    }

    /** The minute that holds {@code now} after its elapsed seconds: open fixed, each other number a growing share of its final way. */
    Optional<MarketBar> forming(Instant now) {
        long slot = Math.floorDiv(now.getEpochSecond(), 60L) - firstMinute;
        if (slot < 0 || slot >= present.length || !present[(int) slot]) {
            return Optional.empty();
        }
        return Optional.of(bar((int) slot, Math.floorMod(now.getEpochSecond(), 60L) + 1, 61));
    }

    Optional<DayBar> summary() {
        int first = 0;
        while (first < regular && !present[first]) {
            first++;
        }
        if (first == regular) {
            return Optional.empty();
        }
        int last = first;
        long highest = high[first];
        long lowest = low[first];
        long shares = present[regular] ? volume[regular] : 0;
        for (int slot = first; slot < regular; slot++) {
            if (present[slot]) {
                last = slot;
                highest = Math.max(highest, high[slot]);
                lowest = Math.min(lowest, low[slot]);
                shares += volume[slot];
            }
        }
        return Optional.of(new DayBar(
                day.date(),
                price(open[first]),
                price(highest),
                price(lowest),
                price(close[last]),
                BigDecimal.valueOf(shares),
                start(last + 1)));
    }

    private MarketBar bar(int slot, long part, long whole) {
        return new MarketBar(
                start(slot),
                text(open[slot]),
                text(towards(open[slot], high[slot], part, whole)),
                text(towards(open[slot], low[slot], part, whole)),
                text(towards(open[slot], close[slot], part, whole)),
                Long.toString(towards(0, volume[slot], part, whole)));
    }

    private Instant start(int slot) {
        return Instant.ofEpochSecond((firstMinute + slot) * 60);
    }

    /** {@code part / whole} of the way, rounded towards where it comes from: order among values on the way is kept. */
    private static long towards(long from, long to, long part, long whole) {
        return from + (to - from) * part / whole;
    }

    private static String text(long ticks) {
        return price(ticks).toPlainString();
    }

    private static BigDecimal price(long ticks) {
        return BigDecimal.valueOf(ticks, PRICE_SCALE);
    }
}
