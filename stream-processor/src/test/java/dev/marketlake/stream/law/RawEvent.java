package dev.marketlake.stream.law;

import dev.marketlake.events.RawQuote;
import java.time.Instant;

/** A raw record before it is sent. @param time what it speaks of, not when it was observed */
record RawEvent(Instant time, RawQuote quote) {}
