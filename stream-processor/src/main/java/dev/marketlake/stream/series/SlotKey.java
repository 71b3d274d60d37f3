package dev.marketlake.stream.series;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Symbol;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Key of a bar in the changelog. The slot is the open time modulo a span longer than a series ever gets, so that a new bar takes the
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

    private SlotKey() {}

    /** @param span in microseconds; no two bars of the series are that far apart */
    static byte[] prefix(SeriesKey key, long span) {
        return (key.symbol().value()
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
    }

    /** @param span the one of the prefix */
    static byte[] bytes(byte[] prefix, long openTime, long span) {
        return ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(Math.floorMod(openTime, span))
                .array();
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
