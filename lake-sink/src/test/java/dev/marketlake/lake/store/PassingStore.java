package dev.marketlake.lake.store;

import java.util.List;

/** A store in front of another one that passes every call on; what stands between overrides {@link #call} or a single method. */
public class PassingStore implements ObjectStore {
    private final ObjectStore behind;

    public PassingStore(ObjectStore behind) {
        this.behind = behind;
    }

    /** What is asked of a store. */
    public enum Operation {
        MAKE_BUCKET,
        GET,
        PUT,
        PUT_IF_ABSENT,
        HEAD,
        LIST,
        DELETE
    }

    /** A call of the store behind. */
    public interface Call<T> {
        T make() throws StoreFailure;
    }

    /** Every call but {@link #bucket} and {@link #close} goes through here. */
    protected <T> T call(Operation operation, String key, Call<T> call) throws StoreFailure {
        return call.make();
    }

    @Override
    public final String bucket() {
        return behind.bucket();
    }

    @Override
    public void ensureBucket() throws StoreFailure {
        call(Operation.MAKE_BUCKET, bucket(), () -> {
            behind.ensureBucket();
            return true;
        });
    }

    @Override
    public byte[] get(String key) throws StoreFailure {
        return call(Operation.GET, key, () -> behind.get(key));
    }

    @Override
    public byte[] get(String key, long offset, long length) throws StoreFailure {
        return call(Operation.GET, key, () -> behind.get(key, offset, length));
    }

    @Override
    public void put(String key, byte[] content) throws StoreFailure {
        call(Operation.PUT, key, () -> {
            behind.put(key, content);
            return true;
        });
    }

    @Override
    public void putIfAbsent(String key, byte[] content) throws StoreFailure {
        call(Operation.PUT_IF_ABSENT, key, () -> {
            behind.putIfAbsent(key, content);
            return true;
        });
    }

    @Override
    public StoredObject head(String key) throws StoreFailure {
        return call(Operation.HEAD, key, () -> behind.head(key));
    }

    @Override
    public List<StoredObject> list(String prefix, String from) throws StoreFailure {
        return call(Operation.LIST, prefix, () -> behind.list(prefix, from));
    }

    @Override
    public List<StoredObject> walk(String prefix) throws StoreFailure {
        return call(Operation.LIST, prefix, () -> behind.walk(prefix));
    }

    @Override
    public void delete(String key) throws StoreFailure {
        call(Operation.DELETE, key, () -> {
            behind.delete(key);
            return true;
        });
    }

    /** Leaves the store behind open: it is not ours. */
    @Override
    public void close() {}
}
