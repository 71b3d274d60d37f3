package dev.marketlake.lake.store;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A store in front of another one, whose n-th call of one kind on one kind of key fails. */
public final class FaultyStore implements ObjectStore {
    private final ObjectStore behind;
    private @Nullable Fault fault;
    private int calls;

    public FaultyStore(ObjectStore behind) {
        this.behind = behind;
    }

    /** What is asked of a store. */
    public enum Operation {
        GET,
        PUT,
        PUT_IF_ABSENT,
        HEAD,
        LIST,
        DELETE
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

    private synchronized ObjectStore on(Operation operation, String key) throws StoreFailure {
        if (fault != null && (fault.operation == null || fault.operation == operation) && fault.keys.test(key)) {
            calls++;
            if (calls >= fault.from && calls <= fault.to) {
                fault.answer.to(key);
            }
        }
        return behind;
    }

    @Override
    public String bucket() {
        return behind.bucket();
    }

    @Override
    public void ensureBucket() throws StoreFailure {
        behind.ensureBucket();
    }

    @Override
    public byte[] get(String key) throws StoreFailure {
        return on(Operation.GET, key).get(key);
    }

    @Override
    public byte[] get(String key, long offset, long length) throws StoreFailure {
        return on(Operation.GET, key).get(key, offset, length);
    }

    @Override
    public void put(String key, byte[] content) throws StoreFailure {
        on(Operation.PUT, key).put(key, content);
    }

    @Override
    public void putIfAbsent(String key, byte[] content) throws StoreFailure {
        on(Operation.PUT_IF_ABSENT, key).putIfAbsent(key, content);
    }

    @Override
    public StoredObject head(String key) throws StoreFailure {
        return on(Operation.HEAD, key).head(key);
    }

    @Override
    public List<StoredObject> list(String prefix, String from) throws StoreFailure {
        return on(Operation.LIST, prefix).list(prefix, from);
    }

    @Override
    public List<StoredObject> walk(String prefix) throws StoreFailure {
        return on(Operation.LIST, prefix).walk(prefix);
    }

    @Override
    public void delete(String key) throws StoreFailure {
        on(Operation.DELETE, key).delete(key);
    }

    @Override
    public void close() {}
}
