package dev.marketlake.lake.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A store that keeps everything in memory and honours everything. */
public class MemoryObjectStore implements ObjectStore {
    protected final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> modified = new ConcurrentHashMap<>();
    private volatile InstantSource clock = () -> Instant.EPOCH;

    /** Stamps what is put from now on. */
    public void goBy(InstantSource time) {
        clock = time;
    }

    private StoredObject stored(String key, byte[] content) {
        return new StoredObject(key, content.length, modified.getOrDefault(key, Instant.EPOCH));
    }

    @Override
    public String bucket() {
        return "memory";
    }

    @Override
    public void ensureBucket() throws StoreFailure {}

    @Override
    public byte[] get(String key) throws StoreFailure {
        byte[] content = objects.get(key);
        if (content == null) {
            throw new StoreFailure.NotFound(key);
        }
        return content.clone();
    }

    @Override
    public byte[] get(String key, long offset, long length) throws StoreFailure {
        byte[] content = get(key);
        return Arrays.copyOfRange(content, (int) offset, (int) Math.min(content.length, offset + length));
    }

    @Override
    public void put(String key, byte[] content) throws StoreFailure {
        objects.put(key, content.clone());
        modified.put(key, clock.instant());
    }

    @Override
    public void putIfAbsent(String key, byte[] content) throws StoreFailure {
        if (objects.putIfAbsent(key, content.clone()) != null) {
            throw new StoreFailure.AlreadyExists(key);
        }
        modified.put(key, clock.instant());
    }

    @Override
    public StoredObject head(String key) throws StoreFailure {
        return stored(key, get(key));
    }

    @Override
    public List<StoredObject> list(String prefix, String from) throws StoreFailure {
        return objects.tailMap(from.compareTo(prefix) > 0 ? from : prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> entry.getKey().indexOf('/', prefix.length()) < 0)
                .map(entry -> stored(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public List<StoredObject> walk(String prefix) throws StoreFailure {
        return objects.tailMap(prefix).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> stored(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void delete(String key) throws StoreFailure {
        objects.remove(key);
    }

    /** Another store with the same objects. */
    public MemoryObjectStore copy() {
        MemoryObjectStore copy = new MemoryObjectStore();
        copy.objects.putAll(objects);
        copy.modified.putAll(modified);
        copy.clock = clock;
        return copy;
    }

    /** Every key, in order. */
    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    @Override
    public void close() {}
}
