package dev.marketlake.stream.emit;

import dev.marketlake.events.RawPosition;
import dev.marketlake.stream.observation.Origin;

/** Raw positions as topics carry them. */
final class Positions {
    private Positions() {}

    static RawPosition of(Origin origin) {
        return new RawPosition(origin.topicId(), origin.partition(), origin.offset());
    }
}
