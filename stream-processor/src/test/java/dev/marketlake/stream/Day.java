package dev.marketlake.stream;

import java.util.ArrayList;
import java.util.List;

/** Consecutive minute bars of one trade date, for tests. */
public final class Day {
    private Day() {}

    /** {@code count} flat bars from a New York local time on, a minute apart, one price and volume. */
    public static List<Raw> flat(String symbol, String from, int count, double price, long volume) {
        List<Raw> bars = new ArrayList<>();
        Raw first = Raw.minute(symbol, from, price, volume);
        for (int i = 0; i < count; i++) {
            bars.add(first.later(i, price, volume));
        }
        return bars;
    }

    public static Raw[] array(List<Raw> bars) {
        return bars.toArray(Raw[]::new);
    }
}
