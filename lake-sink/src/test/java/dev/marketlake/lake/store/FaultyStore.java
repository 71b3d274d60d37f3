package dev.marketlake.lake.store;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A store in front of another one, whose n-th call of one kind on one kind of key fails. */
public final class FaultyStore extends PassingStore {
    private @Nullable Fault fault;
    private int calls;

    public FaultyStore(ObjectStore behind) {
        super(behind);
    }

    /** What the store answers instead. */
    public interface Answer {
        void to(String key) throws StoreFailure;
    }

    /** @param operation null for every one */
    private record Fault(@Nullable Operation operation, Predicate<String> keys, int from, int to, Answer answer) {}

    /** Fails the {@code nth} call from now on, once. */
    public void failOnce(Operation operation, Predicate<String> keys, int nth, Answer answer) {
        calls = 0;
        fault = new Fault(operation, keys, nth, nth, answer);
    }

    /** Fails every call from now on. */
    public void fail(Operation operation, Predicate<String> keys, Answer answer) {
        calls = 0;
        fault = new Fault(operation, keys, 1, Integer.MAX_VALUE, answer);
    }

    /** Fails whatever is asked from now on. */
    public void failEverything(Answer answer) {
        calls = 0;
        fault = new Fault(null, key -> true, 1, Integer.MAX_VALUE, answer);
    }

    public void heal() {
        fault = null;
    }

    /** Calls of the kind that is to fail, since then. */
    public int calls() {
        return calls;
    }

    /** No answer came, and nothing was done. */
    public static void unavailable(String key) throws StoreFailure {
        throw new StoreFailure.Unavailable("no answer about " + key, null);
    }

    @Override
    protected <T> T call(Operation operation, String key, Call<T> call) throws StoreFailure {
        failWhereDue(operation, key);
        return call.make();
    }

    private synchronized void failWhereDue(Operation operation, String key) throws StoreFailure {
        if (fault != null && (fault.operation == null || fault.operation == operation) && fault.keys.test(key)) {
            calls++;
            if (calls >= fault.from && calls <= fault.to) {
                fault.answer.to(key);
            }
        }
    }
}
