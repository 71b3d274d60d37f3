package dev.marketlake.lake.law;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. For one thread. */
final class MovingClock implements InstantSource {
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    /** By more than a sink ever waits, for rows to be old enough or for a store to answer again. */
    void move() {
        now = now.plus(Duration.ofSeconds(30));
    }

    @Override
    public Instant instant() {
        return now;
    }
}
