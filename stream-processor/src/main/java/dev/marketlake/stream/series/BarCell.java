package dev.marketlake.stream.series;

import dev.marketlake.calendar.SessionPart;
import java.time.LocalDate;

/** One bar of a series: what is stored of it, and what its open time alone says. Used by one thread. */
public final class BarCell {
    private final LocalDate tradeDate;
    private final SessionPart session;
    private StoredBar stored;
    private boolean changed;

    BarCell(StoredBar stored, LocalDate tradeDate, SessionPart session) {
        this.stored = stored;
        this.tradeDate = tradeDate;
        this.session = session;
    }

    public long openTime() {
        return stored.openTime();
    }

    public StoredBar stored() {
        return stored;
    }

    public void store(StoredBar next) {
        stored = next;
    }

    /** Whether it has changed since it was last saved. */
    public boolean changed() {
        return changed;
    }

    public void markChanged(boolean now) {
        changed = now;
    }

    /** Exchange-local date of the bar. */
    public LocalDate tradeDate() {
        return tradeDate;
    }

    public SessionPart session() {
        return session;
    }

    /** Whether readings, roll-ups and alerts may rest on it. */
    public boolean usable() {
        return session == SessionPart.REGULAR
                && stored.complete()
                && stored.valid()
                && !stored.contents().isEmpty();
    }
}
