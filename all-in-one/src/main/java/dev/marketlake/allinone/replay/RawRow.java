package dev.marketlake.allinone.replay;

import dev.marketlake.events.RawPosition;
import org.jspecify.annotations.Nullable;

/**
 * One raw record as it was published.
 *
 * @param timestamp Kafka's, milliseconds since the epoch, UTC
 * @param position where it stands in the topic it was first published to
 */
@SuppressWarnings("ArrayRecordComponent") // carried through, never compared
record RawRow(byte @Nullable [] key, byte @Nullable [] value, long timestamp, RawPosition position) {}
