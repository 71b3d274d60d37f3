package dev.marketlake.stream.book;

import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.TradeObservation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Earliest place of a quote snapshot or a trade, as bytes; of a trade also what its minute is folded from.
 *
 * <pre>
 *   observedAt 8 bytes | sequence 4 | length of requestId 2 | requestId UTF-8
 *   of trades: price 8 | size 8 | valid 1 | partition 4 | offset 8 | topic id UTF-8
 * </pre>
 */
final class QuoteState {
    private static final int HEADER = Long.BYTES + Integer.BYTES + Short.BYTES;
    private static final int EXECUTION = 3 * Long.BYTES + Integer.BYTES + 1;

    /**
     * What a minute is folded from.
     *
     * @param price in 10^-8
     * @param size shares, or {@link dev.marketlake.stream.observation.BarContent#NO_VOLUME}
     * @param observedAt of its earliest place, microseconds since the epoch, UTC
     * @param origin raw record of that place
     */
    record Execution(long price, long size, boolean valid, long observedAt, Origin origin) {}

    private QuoteState() {}

    static byte[] of(Place first) {
        byte[] request = utf8(first.requestId());
        return place(ByteBuffer.allocate(HEADER + request.length), first, request)
                .array();
    }

    /** @param origin raw record of this observation of the trade */
    static byte[] of(TradeObservation trade, Origin origin) {
        byte[] request = utf8(trade.place().requestId());
        byte[] topicId = utf8(origin.topicId());
        ByteBuffer out = ByteBuffer.allocate(HEADER + request.length + EXECUTION + topicId.length);
        return place(out, trade.place(), request)
                .putLong(trade.content().price())
                .putLong(trade.content().size())
                .put((byte) (trade.notes().valid() ? 1 : 0))
                .putInt(origin.partition())
                .putLong(origin.offset())
                .put(topicId)
                .array();
    }

    private static ByteBuffer place(ByteBuffer out, Place first, byte[] request) {
        return out.putLong(first.observedAt())
                .putInt(first.sequence())
                .putShort((short) request.length)
                .put(request);
    }

    static Place first(byte[] state) {
        return first(ByteBuffer.wrap(state));
    }

    private static Place first(ByteBuffer in) {
        long observedAt = in.getLong();
        int sequence = in.getInt();
        return new Place(observedAt, text(in, Short.toUnsignedInt(in.getShort())), sequence);
    }

    /** What stands of a trade. */
    static Execution execution(byte[] state) {
        ByteBuffer in = ByteBuffer.wrap(state);
        long observedAt = first(in).observedAt();
        long price = in.getLong();
        long size = in.getLong();
        boolean valid = in.get() == 1;
        int partition = in.getInt();
        long offset = in.getLong();
        return new Execution(price, size, valid, observedAt, new Origin(text(in, in.remaining()), partition, offset));
    }

    private static String text(ByteBuffer in, int length) {
        byte[] utf8 = new byte[length];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
