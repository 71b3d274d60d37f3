package dev.marketlake.allinone.audit;

import dev.marketlake.allinone.audit.Difference.Check;
import dev.marketlake.lake.read.LakeFile;
import dev.marketlake.lake.read.TableSnapshot;
import dev.marketlake.lake.store.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The objects in a table's folder beside what its log says. Every object is a live file, a file of an older version, or nobody's: left by a
 * writer that died before its commit, or by one that is about to commit.
 *
 * @param there keys of the live files that are in the store, of the size in the log
 * @param older how many objects only older versions have
 * @param differences in words
 */
record FileCheck(Set<String> there, long older, List<Difference> differences) {
    private static final int EXAMPLES = 3;

    /** Names of the files that left a table at some version. */
    interface Departed {
        Set<String> paths();
    }

    /**
     * @param departed asked only where it matters: it reads the whole log
     * @param youngest what is put later may belong to a commit under way
     */
    static FileCheck of(TableSnapshot table, List<StoredObject> objects, Departed departed, Instant youngest) {
        Map<String, StoredObject> found = new TreeMap<>();
        objects.forEach(object -> found.put(object.key(), object));
        Set<String> there = new HashSet<>();
        List<String> missing = new ArrayList<>();
        List<String> otherSize = new ArrayList<>();
        for (LakeFile file : table.files()) {
            StoredObject object = found.remove(file.key());
            if (object == null) {
                missing.add(file.key());
            } else if (object.bytes() != file.bytes()) {
                otherSize.add(file.key() + " has " + object.bytes() + " bytes, the log says " + file.bytes());
            } else {
                there.add(file.key());
            }
        }
        List<Difference> differences = new ArrayList<>();
        tell(table, missing, "live files are not in the store", differences);
        tell(table, otherSize, "live files are not what was written", differences);
        List<String> orphans = List.of();
        if (!found.isEmpty()) {
            String folder = table.name().replace('.', '/') + "/";
            Set<String> known =
                    departed.paths().stream().map(path -> folder + path).collect(Collectors.toSet());
            found.keySet().removeIf(known::contains);
            orphans = found.values().stream()
                    .filter(object -> !object.modified().isAfter(youngest))
                    .map(StoredObject::key)
                    .toList();
        }
        tell(table, orphans, "objects belong to no version (marketlake vacuum removes them)", differences);
        long older = objects.size() - there.size() - otherSize.size() - found.size();
        return new FileCheck(there, older, differences);
    }

    private static void tell(TableSnapshot table, List<String> keys, String what, List<Difference> differences) {
        if (!keys.isEmpty()) {
            differences.add(new Difference(
                    table.name(),
                    Check.FILES,
                    keys.size() + " " + what + ": "
                            + keys.stream().limit(EXAMPLES).collect(Collectors.joining(", "))));
        }
    }
}
