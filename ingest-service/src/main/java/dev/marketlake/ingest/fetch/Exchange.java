package dev.marketlake.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What came of one HTTP GET. */
public sealed interface Exchange {

    /**
     * A whole answer.
     *
     * @param retryAfter the header of that name where it gives seconds
     * @param arrivedAt when the last byte was here
     */
    @SuppressWarnings("ArrayRecordComponent") // Held for a moment, never compared.
    record Answered(int status, Optional<Duration> retryAfter, byte[] body, Instant arrivedAt) implements Exchange {}

    /** None: refused, cut off or too late. The reason holds no address, so no key. */
    record NoAnswer(String reason) implements Exchange {}
}
