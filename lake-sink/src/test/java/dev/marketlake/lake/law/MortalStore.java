package dev.marketlake.lake.law;

import dev.marketlake.lake.law.CrashPoint.Moment;
import dev.marketlake.lake.store.FaultyStore.Operation;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.PassingStore;
import dev.marketlake.lake.store.StoreFailure;

/** The store as a sink has it that dies at one of its calls: a dead process calls nobody any more. Safe for any thread. */
final class MortalStore extends PassingStore {
    private final CrashPoint point;
    private int callsLeft;
    private boolean armed;
    private boolean dying;
    private boolean dead;

    /** @param nth which of the calls at that point is the last one */
    MortalStore(ObjectStore behind, CrashPoint point, int nth) {
        super(behind);
        this.point = point;
        this.callsLeft = nth;
    }

    /** The process is gone. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** From now on it can die. */
    synchronized void arm() {
        armed = true;
    }

    synchronized boolean isDead() {
        return dead;
    }

    @Override
    protected synchronized <T> T call(Operation operation, String key, Call<T> call) throws StoreFailure {
        if (dying) {
            die();
        }
        if (!armed || !point.isAt(operation, key) || --callsLeft > 0) {
            return call.make();
        }
        if (point.moment() == Moment.BEFORE) {
            die();
        }
        dying = true;
        if (point.moment() == Moment.AFTER_A_REFUSAL) {
            throw new StoreFailure.Unavailable(key + " is refused", null);
        }
        T done = call.make();
        if (point.moment() == Moment.AFTER_A_LOST_REPLY) {
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
