package dev.marketlake.lake.law;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.PassingStore;
import dev.marketlake.lake.store.StoreFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A control: a log entry whose version is taken is put as the next one without asking what came between, as a client that retries would. */
final class BlindRetry extends PassingStore {
    private static final Pattern ENTRY = Pattern.compile("(.*/_delta_log/)(\\d{20})\\.json");

    BlindRetry(ObjectStore behind) {
        super(behind);
    }

    @Override
    public void putIfAbsent(String key, byte[] content) throws StoreFailure {
        Matcher entry = ENTRY.matcher(key);
        String at = key;
        while (true) {
            try {
                super.putIfAbsent(at, content);
                return;
            } catch (StoreFailure.AlreadyExists taken) {
                if (!entry.matches()) {
                    throw taken;
                }
                long next = Long.parseLong(at.substring(entry.end(1), entry.end(2))) + 1;
                at = entry.group(1) + "%020d.json".formatted(next);
            }
        }
    }
}
