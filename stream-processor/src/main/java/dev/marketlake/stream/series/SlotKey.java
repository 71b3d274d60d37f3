package dev.marketlake.stream.series;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Symbol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Keys of the bars of one series in the changelog. The slot is the open time modulo a span longer than a series ever gets, so that a new bar takes the
 * place of one that was evicted long ago and compaction bounds the changelog without a tombstone per bar.
 *
 * <pre>
 *   symbol|interval|provenance|basis|span|   UTF-8; the span in microseconds
 *   slot                                 8 bytes, microseconds, big-endian
 * </pre>
 *
 * <p>The span stands in the key because it follows from the settings: under another depth the same slot would be another bar's.
 */
final class SlotKey {
    private static final char SEPARATOR = '|';

    private final byte[] prefix;
    private final long span;

    /** @param span in microseconds; no two bars of the series are that far apart */
    SlotKey(SeriesKey key, long span) {
        this.prefix = (key.symbol().value()
                        + SEPARATOR
                        + key.interval().label()
                        + SEPARATOR
                        + key.provenance()
                        + SEPARATOR
                        + key.basis()
                        + SEPARATOR
                        + span
                        + SEPARATOR)
                .getBytes(StandardCharsets.UTF_8);
        this.span = span;
    }

    /** The key of the bar that opens then. */
    byte[] of(long openTime) {
        return ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(Math.floorMod(openTime, span))
                .array();
    }

    /** What stands before the slot. */
    static byte[] prefix(byte[] key) {
        return Arrays.copyOf(key, key.length - Long.BYTES);
    }

    static SeriesKey series(byte[] key) {
        String prefix = new String(key, 0, key.length - Long.BYTES, StandardCharsets.UTF_8);
        String[] parts = prefix.split("\\|", -1);
        return new SeriesKey(
                new Symbol(parts[0]),
                Interval.of(parts[1]),
                Provenance.valueOf(parts[2]),
                PriceBasis.valueOf(parts[3]));
    }
}
