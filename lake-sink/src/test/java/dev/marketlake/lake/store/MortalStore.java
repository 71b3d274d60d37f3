package dev.marketlake.lake.store;

/** A store in front of another one, whose caller dies at one of its calls: a dead process calls nobody any more. Safe for any thread. */
public final class MortalStore extends PassingStore {
    private final Place place;
    private final int last;
    private final Moment moment;
    private int calls;
    private boolean armed;
    private boolean dying;
    private boolean dead;

    /** When it happens, seen from the call. */
    public enum Moment {
        BEFORE,
        AFTER,
        /** The store does it, no answer comes, and the caller dies as it asks what became of it. */
        AFTER_A_LOST_REPLY,
        /** The store refuses, and the caller dies at its next call. */
        AFTER_A_REFUSAL
    }

    /** Which calls it may die at. */
    public interface Place {
        boolean isAt(Operation operation, String key);
    }

    /** The process is gone. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Dies at the {@code last} of all calls. */
    public MortalStore(ObjectStore behind, int last, Moment moment) {
        this(behind, (operation, key) -> true, last, moment);
        arm();
    }

    /** Dies at the {@code last} of the calls at a place, once it is armed. */
    public MortalStore(ObjectStore behind, Place place, int last, Moment moment) {
        super(behind);
        this.place = place;
        this.last = last;
        this.moment = moment;
    }

    /** From now on it can die. */
    public synchronized void arm() {
        armed = true;
    }

    public synchronized boolean isDead() {
        return dead;
    }

    /** Calls at the place since it was armed. */
    public synchronized int calls() {
        return calls;
    }

    @Override
    protected synchronized <T> T call(Operation operation, String key, Call<T> call) throws StoreFailure {
        if (dying) {
            die();
        }
        if (!armed || !place.isAt(operation, key) || ++calls < last) {
            return call.make();
        }
        if (moment == Moment.BEFORE) {
            die();
        }
        dying = true;
        if (moment == Moment.AFTER_A_REFUSAL) {
            throw new StoreFailure.Unavailable(key + " is refused", null);
        }
        T done = call.make();
        if (moment == Moment.AFTER_A_LOST_REPLY) {
            throw new StoreFailure.Unavailable("no answer about " + key, null);
        }
        die();
        return done;
    }

    private void die() {
        dying = true;
        dead = true;
        throw new Crash();
    }
}
