package dev.marketlake.lake.law;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. One thread moves it, any may look. */
final class MovingClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-20T12:00:00Z");

    /** By more than a sink ever waits, for rows to be old enough or for a store to answer again. */
    void move() {
        pass(Duration.ofSeconds(30));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
