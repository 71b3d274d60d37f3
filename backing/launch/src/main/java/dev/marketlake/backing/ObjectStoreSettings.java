package dev.marketlake.backing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * @param dir the object {@code KEY} of bucket {@code BUCKET} is the file {@code data/BUCKET/KEY}, output goes to
 *     {@code logs/object-store.log}; made if absent
 * @param port where clients connect on 127.0.0.1; 0 picks a free one
 * @param heapMegabytes largest heap
 * @param credentials the one pair that may sign requests; handed over in the environment, never on a command line
 */
public record ObjectStoreSettings(Path dir, int port, int heapMegabytes, Credentials credentials) {

    public ObjectStoreSettings {
        dir = dir.toAbsolutePath();
        FreePorts.require("port", port);
        Heap.require(heapMegabytes);
    }

    /** Any free port, 256 MiB of heap, random credentials. */
    public static ObjectStoreSettings in(Path dir) {
        return new ObjectStoreSettings(dir, 0, 256, Credentials.random());
    }

    public ObjectStoreSettings onPort(int clients) {
        return new ObjectStoreSettings(dir, clients, heapMegabytes, credentials);
    }

    public ObjectStoreSettings withHeapMegabytes(int megabytes) {
        return new ObjectStoreSettings(dir, port, megabytes, credentials);
    }

    public ObjectStoreSettings withCredentials(Credentials pair) {
        return new ObjectStoreSettings(dir, port, heapMegabytes, pair);
    }

    ObjectStoreSettings withPortChosen() {
        return onPort(FreePorts.choose(port).getFirst());
    }

    JavaProgram program(Installation installation) {
        return JavaProgram.ofClass(
                        "object-store",
                        installation.objectStoreClassPath(),
                        "dev.marketlake.backing.objectstore.ObjectStoreProgram",
                        dir.resolve("logs/object-store.log"))
                .withJvmFlags(List.of(Heap.flag(heapMegabytes), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .withArguments(List.of("--dir", dir.resolve("data").toString(), "--port", Integer.toString(port)))
                .withEnvironment(Map.of(
                        "S3_ACCESS_KEY", credentials.accessKey(),
                        "S3_SECRET_KEY", credentials.secretKey()));
    }
}
