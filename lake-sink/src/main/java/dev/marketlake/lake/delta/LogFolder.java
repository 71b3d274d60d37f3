package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects of a table's log, as listed at one moment.
 *
 * @param entries by version
 * @param checkpoints by version; one written in several parts has several objects
 * @param checksums by version
 */
record LogFolder(
        NavigableMap<Long, StoredObject> entries,
        NavigableMap<Long, List<StoredObject>> checkpoints,
        NavigableMap<Long, StoredObject> checksums) {
    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.(?:(json)|(crc)|(checkpoint\\..*parquet))");

    /** @param folder of the table, for example {@code silver/bars}; what has no log gives an empty one */
    static LogFolder list(ObjectStore store, String folder) throws StoreFailure {
        LogFolder found = new LogFolder(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        String log = of(folder);
        for (StoredObject object : store.list(log, "")) {
            Matcher name = NAME.matcher(object.key().substring(log.length()));
            if (name.matches()) {
                long version = Long.parseLong(name.group(1));
                if (name.group(2) != null) {
                    found.entries.put(version, object);
                } else if (name.group(3) != null) {
                    found.checksums.put(version, object);
                } else {
                    found.checkpoints
                            .computeIfAbsent(version, v -> new ArrayList<>())
                            .add(object);
                }
            }
        }
        return found;
    }

    /** Where the log of a table lies. */
    static String of(String folder) {
        return folder + "/_delta_log/";
    }
}
