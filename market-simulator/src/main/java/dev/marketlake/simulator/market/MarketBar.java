package dev.marketlake.simulator.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One bar: its start (UTC, inclusive) and its numbers as the text that goes onto the wire.
 *
 * <p>Text, so that a recorded number is replayed digit for digit; every field reads as a decimal. Prices in the listing's currency, volume
 * in shares. High and low of recorded bars are as recorded, even where they do not enclose.
 */
public record MarketBar(Instant start, String open, String high, String low, String close, String volume) {
    public MarketBar {
        requireNumber("open", open);
        requireNumber("high", high);
        requireNumber("low", low);
        requireNumber("close", close);
        requireNumber("volume", volume);
    }

    private static void requireNumber(String name, String text) {
        try {
            new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " '" + text + "' is not a number", e);
        }
    }
}
