package dev.marketlake.lake.maintain;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files are put together: those of one partition, oldest first, up to a size.
 *
 * @param files a partition is left alone below so many small ones; at least 2
 * @param bytes a file of that size is large enough, and no group grows much beyond
 */
public record Packing(int files, long bytes) {
    public Packing {
        if (files < 2 || bytes < 1) {
            throw new InvalidConfig("maintenance: at least 2 files of at least 1 byte are put together: " + files
                    + " files, " + bytes + " bytes");
        }
    }

    /** @param folder of the table @param objects in it, for their times */
    List<List<LiveFile>> groups(TableState table, String folder, List<StoredObject> objects) {
        Map<String, Instant> written = new HashMap<>();
        objects.forEach(object -> written.put(object.key().substring(folder.length() + 1), object.modified()));
        Map<Partition, List<LiveFile>> small = new LinkedHashMap<>();
        for (LiveFile file : table.files()) {
            if (file.bytes() < bytes && file.rows() >= 0) {
                small.computeIfAbsent(file.partition(), partition -> new ArrayList<>())
                        .add(file);
            }
        }
        List<List<LiveFile>> groups = new ArrayList<>();
        for (List<LiveFile> candidates : small.values()) {
            if (candidates.size() >= files) {
                candidates.sort(Comparator.comparing((LiveFile file) -> written.getOrDefault(file.path(), Instant.MAX))
                        .thenComparing(LiveFile::path));
                groups.addAll(packed(candidates));
            }
        }
        return groups;
    }

    private List<List<LiveFile>> packed(List<LiveFile> candidates) {
        List<List<LiveFile>> groups = new ArrayList<>();
        List<LiveFile> group = new ArrayList<>();
        long size = 0;
        for (LiveFile file : candidates) {
            group.add(file);
            size += file.bytes();
            if (size >= bytes) {
                groups.add(group);
                group = new ArrayList<>();
                size = 0;
            }
        }
        groups.add(group);
        groups.removeIf(few -> few.size() < 2);
        return groups;
    }
}
