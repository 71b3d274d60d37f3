package dev.marketlake.lake.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Asks a store, before anything is written, whether a Delta log can live on it: conditional puts honoured, reads see the last write,
 * lists come in the order of their keys. Leaves nothing behind unless it is interrupted; leftovers lie under {@code _marketlake/probe/}.
 */
public final class StoreProbe {

    /** What the probe found. */
    public sealed interface Verdict {
        /** The store can be written to. */
        record Safe() implements Verdict {}

        /** Writing would lose or double rows. @param reason what the store did, and what to do about it */
        record Unsafe(String reason) implements Verdict {}
    }

    private static final byte[] FIRST = "first".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECOND = "second".getBytes(StandardCharsets.UTF_8);

    private final ObjectStore store;
    private final String folder = "_marketlake/probe/" + UUID.randomUUID() + "/";

    public StoreProbe(ObjectStore store) {
        this.store = store;
    }

    /** Tries it out. @throws StoreFailure where the store gave no answer: nothing is known then, try again */
    public Verdict verdict() throws StoreFailure {
        List<String> keys =
                List.of(folder + "00000000000000000010.json", folder + "00000000000000000002.json", folder + "a");
        try {
            for (String key : keys) {
                store.putIfAbsent(key, FIRST);
                if (!Arrays.equals(store.get(key), FIRST)) {
                    return unsafe("does not return what was just written");
                }
            }
            return conditionalPut(keys.getFirst())
                    ? order(keys)
                    : unsafe("overwrote an object in spite of If-None-Match");
        } finally {
            for (String key : keys) {
                store.delete(key);
            }
        }
    }

    private boolean conditionalPut(String key) throws StoreFailure {
        try {
            store.putIfAbsent(key, SECOND);
            return false;
        } catch (StoreFailure.AlreadyExists | StoreFailure.Conflict honoured) {
            return Arrays.equals(store.get(key), FIRST);
        }
    }

    private Verdict order(List<String> keys) throws StoreFailure {
        List<String> sorted = keys.stream().sorted().toList();
        List<String> listed =
                store.list(folder, "").stream().map(StoredObject::key).toList();
        List<String> later = store.list(folder, sorted.get(1)).stream()
                .map(StoredObject::key)
                .toList();
        if (!listed.equals(sorted)) {
            return unsafe("lists " + listed + " where " + sorted + " was just written");
        }
        return later.equals(sorted.subList(1, sorted.size()))
                ? new Verdict.Safe()
                : unsafe("lists " + later + " from " + sorted.get(1) + " on");
    }

    private Verdict unsafe(String what) {
        return new Verdict.Unsafe("bucket " + store.bucket() + " cannot hold a lake: the store " + what
                + ". Use a store with conditional puts and strong consistency (MinIO, AWS S3, S3Proxy on a folder)");
    }
}
