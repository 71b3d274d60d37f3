package dev.marketlake.lake.law;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.PassingStore;
import dev.marketlake.lake.store.StoreFailure;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A control: log entries lose their {@code txn} actions on the way, so that nobody can ask the log what has landed. */
final class WithoutMarks extends PassingStore {
    WithoutMarks(ObjectStore behind) {
        super(behind);
    }

    @Override
    public void putIfAbsent(String key, byte[] content) throws StoreFailure {
        super.putIfAbsent(
                key,
                new String(content, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("{\"txn\""))
                        .collect(Collectors.joining("\n", "", "\n"))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
