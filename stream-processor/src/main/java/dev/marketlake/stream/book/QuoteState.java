package dev.marketlake.stream.book;

import dev.marketlake.stream.observation.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Earliest place of a quote snapshot or a trade, as bytes.
 *
 * <pre>
 *   observedAt 8 bytes | sequence 4 bytes | requestId UTF-8
 * </pre>
 */
final class QuoteState {
    private static final int HEADER = Long.BYTES + Integer.BYTES;

    private QuoteState() {}

    static byte[] of(Place first) {
        byte[] request = first.requestId().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEADER + request.length)
                .putLong(first.observedAt())
                .putInt(first.sequence())
                .put(request)
                .array();
    }

    static Place first(byte[] state) {
        ByteBuffer in = ByteBuffer.wrap(state);
        long observedAt = in.getLong();
        int sequence = in.getInt();
        return new Place(
                observedAt, new String(state, HEADER, state.length - HEADER, StandardCharsets.UTF_8), sequence);
    }
}
