package dev.marketlake.stream.series;

import dev.marketlake.calendar.SessionPart;
import dev.marketlake.stream.admit.SeenContent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One bar of a series: what is stored of it, and what its open time alone says. A bar far from the end of its series is hardly ever looked
 * at again: it is kept as the bytes it was saved as, which take half the room. Used by one thread.
 */
public final class BarCell {
    private final long openTime;
    private final LocalDate tradeDate;
    private final SessionPart session;
    private @Nullable StoredBar stored;
    private byte @Nullable [] saved;
    private long close;
    private long lastObservedAt;
    private boolean complete;
    private boolean pending;
    private boolean empty;
    private boolean alerted;
    private boolean usable;
    private boolean cold;
    private boolean changed;

    /** A bar that is worked on. */
    BarCell(StoredBar stored, LocalDate tradeDate, SessionPart session) {
        this(Outline.of(stored), tradeDate, session);
        this.stored = stored;
    }

    /** A bar as it was saved. */
    BarCell(Outline outline, byte[] saved, LocalDate tradeDate, SessionPart session) {
        this(outline, tradeDate, session);
        this.saved = saved;
    }

    private BarCell(Outline outline, LocalDate tradeDate, SessionPart session) {
        this.openTime = outline.openTime();
        this.tradeDate = tradeDate;
        this.session = session;
        note(outline);
    }

    public long openTime() {
        return openTime;
    }

    /** What is stored, kept ready until {@link #rest()}: the same object each time. */
    public StoredBar stored() {
        StoredBar ready = peek();
        stored = ready;
        return ready;
    }

    /** What is stored, for a look: of a bar that rests, a new object each time. */
    public StoredBar peek() {
        StoredBar ready = stored;
        if (ready != null) {
            return ready;
        }
        if (saved == null) {
            throw new IllegalStateException("the bar is neither ready nor saved");
        }
        return StoredBarCodec.decode(saved);
    }

    public void store(StoredBar next) {
        stored = next;
        saved = null;
        note(Outline.of(next));
    }

    /** What those that pass ask of every bar stands here, not three objects further. */
    private void note(Outline now) {
        close = now.close();
        lastObservedAt = now.lastObservedAt();
        complete = now.complete();
        pending = now.pending();
        empty = now.empty();
        alerted = now.alerted();
        usable = session == SessionPart.REGULAR && complete && now.valid() && !empty;
    }

    /** The bar stands in the changelog as these bytes, read back at a restart. */
    void restore(Outline found, byte[] bytes) {
        note(found);
        stored = null;
        saved(bytes);
    }

    /** Close of the content that stands, in 10^-8; 0 where there is none. */
    public long close() {
        return close;
    }

    /** Whether it was sent, or is about to be sent, as complete. */
    public boolean complete() {
        return complete;
    }

    /** Whether rows that rest on it may still be stale. */
    public boolean pending() {
        return pending;
    }

    /** Whether nothing is said of it. */
    public boolean empty() {
        return empty;
    }

    /** Whether an alert was ever raised on it. */
    public boolean alerted() {
        return alerted;
    }

    /** When it was spoken of last, microseconds since the epoch, UTC; {@link Long#MIN_VALUE} where it never was. */
    public long lastObservedAt() {
        return lastObservedAt;
    }

    /** The content that stands, for a look. @throws java.util.NoSuchElementException where there is none */
    public SeenContent standing() {
        StoredBar ready = stored;
        return ready == null && saved != null ? StoredBarCodec.standing(saved) : peek().standing();
    }

    /** The same without where it is from. @throws java.util.NoSuchElementException where there is none */
    public Stated stated() {
        StoredBar ready = stored;
        if (ready == null && saved != null) {
            return StoredBarCodec.stated(saved);
        }
        SeenContent standing = peek().standing();
        return new Stated(standing.content(), standing.first().observedAt());
    }

    /** The bar stands in the changelog as these bytes. */
    void saved(byte[] bytes) {
        saved = bytes;
        changed = false;
        rest();
    }

    /** The bar is far from the end of its series. */
    void cool() {
        cold = true;
        rest();
    }

    /** Nobody works on the bar any more. */
    public void rest() {
        if (cold && !changed && saved != null) {
            stored = null;
        }
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
        return usable;
    }
}
