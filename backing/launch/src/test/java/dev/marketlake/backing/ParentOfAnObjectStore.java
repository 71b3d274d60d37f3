package dev.marketlake.backing;

import java.nio.file.Path;

/** Starts an object store in the folder its argument names, and waits to be killed. */
public final class ParentOfAnObjectStore {
    private ParentOfAnObjectStore() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var store = ObjectStore.start(ObjectStoreSettings.in(Path.of(arguments[0])))) {
            System.out.println("READY");
            store.exit().join();
        }
    }
}
