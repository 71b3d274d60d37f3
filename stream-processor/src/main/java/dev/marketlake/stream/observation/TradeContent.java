package dev.marketlake.stream.observation;

import java.util.List;

/**
 * The figures of a trade, normalised.
 *
 * @param price in units of 1e-8
 * @param size shares, or {@link BarContent#NO_VOLUME} where the source has none
 * @param conditions codes in the provider's spelling and order
 * @param ordinal place among equal trades of one connection, from 0: two real trades may be equal in everything else
 */
public record TradeContent(long price, long size, List<String> conditions, int ordinal) {
    public TradeContent {
        conditions = List.copyOf(conditions);
        if (price <= 0 || size < BarContent.NO_VOLUME || ordinal < 0) {
            throw new IllegalArgumentException("not a trade: price " + price + " size " + size + " ordinal " + ordinal);
        }
    }
}
