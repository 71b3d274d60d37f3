package dev.marketlake.lake.store;

import java.util.List;

/** A store in front of another one, whose caller dies at one of its calls, before or after the store did it; the dead call nobody. */
public final class MortalStore implements ObjectStore {
    private final ObjectStore behind;
    private final int last;
    private final Moment moment;
    private int calls;
    private boolean dead;

    /** When it happens. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    /** The process is gone. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    public MortalStore(ObjectStore behind, int last, Moment moment) {
        this.behind = behind;
        this.last = last;
        this.moment = moment;
    }

    public int calls() {
        return calls;
    }

    private interface Call<T> {
        T make() throws StoreFailure;
    }

    private interface Deed {
        void make() throws StoreFailure;
    }

    private synchronized <T> T call(Call<T> call) throws StoreFailure {
        calls++;
        if (dead || (calls == last && moment == Moment.BEFORE)) {
            dead = true;
            throw new Crash();
        }
        T done = call.make();
        if (calls == last) {
            dead = true;
            throw new Crash();
        }
        return done;
    }

    private void deed(Deed deed) throws StoreFailure {
        call(() -> {
            deed.make();
            return true;
        });
    }

    @Override
    public String bucket() {
        return behind.bucket();
    }

    @Override
    public void ensureBucket() throws StoreFailure {
        deed(behind::ensureBucket);
    }

    @Override
    public byte[] get(String key) throws StoreFailure {
        return call(() -> behind.get(key));
    }

    @Override
    public byte[] get(String key, long offset, long length) throws StoreFailure {
        return call(() -> behind.get(key, offset, length));
    }

    @Override
    public void put(String key, byte[] content) throws StoreFailure {
        deed(() -> behind.put(key, content));
    }

    @Override
    public void putIfAbsent(String key, byte[] content) throws StoreFailure {
        deed(() -> behind.putIfAbsent(key, content));
    }

    @Override
    public StoredObject head(String key) throws StoreFailure {
        return call(() -> behind.head(key));
    }

    @Override
    public List<StoredObject> list(String prefix, String from) throws StoreFailure {
        return call(() -> behind.list(prefix, from));
    }

    @Override
    public List<StoredObject> walk(String prefix) throws StoreFailure {
        return call(() -> behind.walk(prefix));
    }

    @Override
    public void delete(String key) throws StoreFailure {
        deed(() -> behind.delete(key));
    }

    @Override
    public void close() {}
}
