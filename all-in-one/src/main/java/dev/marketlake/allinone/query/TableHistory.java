package dev.marketlake.allinone.query;

import dev.marketlake.lake.delta.LogEntry;
import dev.marketlake.lake.delta.TableLog;
import dev.marketlake.lake.read.TableSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows the rows of a table from version to version. For one thread. */
final class TableHistory {
    /** Rows by file; empty where not known from where on. */
    private final Optional<Map<String, Long>> live;

    private final List<VersionFacts> facts = new ArrayList<>();

    private TableHistory(Optional<Map<String, Long>> live) {
        this.live = live;
    }

    /** From the very first version on. */
    static TableHistory fromTheStart() {
        return new TableHistory(Optional.of(new HashMap<>()));
    }

    /** From the version after {@code before} on. */
    static TableHistory after(TableSnapshot before) {
        String folder = before.name().replace('.', '/') + "/";
        Map<String, Long> live = new HashMap<>();
        before.files().forEach(file -> live.put(file.key().substring(folder.length()), file.rows()));
        return new TableHistory(Optional.of(live));
    }

    /** Without the rows of the table. */
    static TableHistory ofEntriesAlone() {
        return new TableHistory(Optional.empty());
    }

    TableHistory tell(TableLog log, List<TableLog.Version> versions) {
        for (TableLog.Version version : versions) {
            LogEntry entry = Lake.asked(() -> log.entry(version));
            facts.add(new VersionFacts(
                    entry.version(),
                    entry.committedAt(),
                    entry.operation(),
                    rowsAfter(entry),
                    entry.rowsAdded(),
                    entry.added().size(),
                    entry.removed().size(),
                    new TreeMap<>(entry.positions())));
        }
        return this;
    }

    private @Nullable Long rowsAfter(LogEntry entry) {
        if (live.isEmpty()) {
            return null;
        }
        Map<String, Long> files = live.get();
        entry.removed().forEach(file -> files.remove(file.path()));
        entry.added().forEach(file -> files.put(file.path(), file.rows()));
        return files.values().stream().mapToLong(rows -> Math.max(0, rows)).sum();
    }

    /** Newest first. */
    List<VersionFacts> facts() {
        return facts.reversed();
    }
}
