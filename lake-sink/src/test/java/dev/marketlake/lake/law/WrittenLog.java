package dev.marketlake.lake.law;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table's log read from its JSON entries alone, without the library that wrote them: every version from 0 on, and whether each follows
 * from the one before.
 *
 * @param version the latest; -1 where there is none
 * @param live values of the partition columns by path of each file that is part of the latest version
 * @param named path of every file that ever was
 * @param marks latest {@code txn} of each source
 * @param faults what is wrong with it
 */
record WrittenLog(
        long version,
        Map<String, Map<String, String>> live,
        Set<String> named,
        Map<String, Long> marks,
        List<String> faults) {
    private static final Pattern ENTRY = Pattern.compile("\\d{20}\\.json");

    /** The log of the table in a folder. */
    static WrittenLog read(ObjectStore store, String folder) throws StoreFailure {
        WrittenLog log = new WrittenLog(-1, new TreeMap<>(), new HashSet<>(), new HashMap<>(), new ArrayList<>());
        String prefix = folder + "/_delta_log/";
        long version = -1;
        for (StoredObject object : store.list(prefix, "")) {
            String name = object.key().substring(prefix.length());
            if (!ENTRY.matcher(name).matches()) {
                continue;
            }
            long next = Long.parseLong(name.substring(0, 20));
            if (next != version + 1) {
                log.faults.add("version " + next + " follows " + version);
            }
            version = next;
            for (String line : new String(store.get(object.key()), StandardCharsets.UTF_8).split("\n")) {
                log.take(version, JsonMapper.shared().readTree(line));
            }
        }
        return new WrittenLog(version, log.live, log.named, log.marks, log.faults);
    }

    private void take(long at, JsonNode action) {
        if (action.has("add")) {
            JsonNode add = action.get("add");
            String path = add.get("path").asString();
            if (!named.add(path)) {
                faults.add("version " + at + " adds " + path + " once more");
            }
            Map<String, String> values = new HashMap<>();
            add.get("partitionValues")
                    .properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asString()));
            live.put(path, values);
        } else if (action.has("remove")) {
            String path = action.get("remove").get("path").asString();
            if (live.remove(path) == null) {
                faults.add("version " + at + " removes " + path + ", which is not there");
            }
        } else if (action.has("txn")) {
            String source = action.get("txn").get("appId").asString();
            long mark = action.get("txn").get("version").asLong();
            Long before = marks.put(source, mark);
            // The first commit names every partition, also one that has no records yet.
            if (before != null && before >= mark) {
                faults.add("version " + at + " has " + source + " go from " + before + " to " + mark);
            }
        }
    }
}
