package dev.marketlake.stream.intake;

import dev.marketlake.stream.observation.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One record of the raw topic, untouched.
 *
 * @param key original key bytes
 * @param value original value bytes
 * @param timestamp Kafka's timestamp of the record, milliseconds since the epoch, UTC
 */
@SuppressWarnings("ArrayRecordComponent") // carried through, never compared
public record Arrival(byte @Nullable [] key, byte @Nullable [] value, long timestamp, Origin origin) {
    /** Whether the key is this symbol in UTF-8. */
    public boolean isKeyedBy(String symbol) {
        return Arrays.equals(key, symbol.getBytes(StandardCharsets.UTF_8));
    }
}
