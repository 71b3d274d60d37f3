package dev.marketlake.proofs.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One line of a recorded file.
 */
record RecordedBar(Key key, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, BigDecimal volume) {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /**
     * Which minute of which symbol.
     *
     * @param openTime start of the minute, UTC
     */
    record Key(String symbol, Instant openTime) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int bySymbol = symbol.compareTo(other.symbol);
            return bySymbol != 0 ? bySymbol : openTime.compareTo(other.openTime);
        }
    }

    LocalDate tradeDate() {
        return LocalDate.ofInstant(key.openTime(), NEW_YORK);
    }

    /** For comparison and for messages: numbers without trailing zeros. */
    String values() {
        return plain(open) + " " + plain(high) + " " + plain(low) + " " + plain(close) + " " + plain(volume);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
