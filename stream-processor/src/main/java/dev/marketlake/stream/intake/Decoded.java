package dev.marketlake.stream.intake;

import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.observation.Refused;

/** What the bytes of a raw record came to. */
public sealed interface Decoded {
    /** A raw quote. */
    record Readable(RawQuote quote) implements Decoded {}

    /** No raw quote: the record is at fault. */
    record Unreadable(Refused refused) implements Decoded {}
}
