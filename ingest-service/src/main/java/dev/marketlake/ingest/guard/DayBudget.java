package dev.marketlake.ingest.guard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Requests left on the plan's day, counted in memory: a restart forgets what was spent, and then the provider's own word for it stops the
 * requests. Safe for any thread.
 */
public final class DayBudget {
    private final int limit;
    private final ZoneId zone;
    private final Clock clock;
    private LocalDate day = LocalDate.MIN;
    private int spent;
    private boolean closed;

    /** @param limit requests a day; 0 for no limit */
    public DayBudget(int limit, ZoneId zone, Clock clock) {
        this.limit = limit;
        this.zone = zone;
        this.clock = clock;
    }

    /** When requests may start again; empty where they may now. */
    public synchronized Optional<Instant> closedUntil() {
        turnDay();
        boolean spentUp = limit > 0 && spent >= limit;
        return closed || spentUp
                ? Optional.of(day.plusDays(1).atStartOfDay(zone).toInstant())
                : Optional.empty();
    }

    /** Counts a request about to be made. */
    public synchronized void spend() {
        turnDay();
        spent++;
    }

    /** The provider says that the day is spent, whatever was counted here. */
    public synchronized void close() {
        turnDay();
        closed = true;
    }

    /** Requests counted today. */
    public synchronized int spentToday() {
        turnDay();
        return spent;
    }

    private void turnDay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        // A clock set back must not give a spent day its permits again.
        if (today.isAfter(day)) {
            day = today;
            spent = 0;
            closed = false;
        }
    }
}
