package dev.marketlake.lake.delta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One version as its entry in the log tells it.
 *
 * @param version from 0
 * @param committedAt when the entry was put, by the store's clock; later than that of the version before
 * @param operation in Delta's words, for example {@code STREAMING UPDATE}
 * @param added files that became part of the table
 * @param removed files that left it
 * @param positions what it says about its sources, by id: the position after the last record taken
 */
public record LogEntry(
        long version,
        Instant committedAt,
        String operation,
        List<Added> added,
        List<Removed> removed,
        Map<String, Long> positions) {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Kernel has no word of its own for files that were rewritten with the same rows. */
    private static final String COMPACTION = "OPTIMIZE";

    public LogEntry {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        positions = Map.copyOf(positions);
    }

    /** @param path as {@link LiveFile#path()} @param rows -1 where the entry does not say */
    public record Added(String path, long rows, long bytes) {}

    /** @param path as {@link LiveFile#path()} */
    public record Removed(String path) {}

    /** Rows in the files added, as far as the entry says. */
    public long rowsAdded() {
        return added.stream().mapToLong(file -> Math.max(0, file.rows())).sum();
    }

    /** Reads an entry: one action per line. @throws UncheckedIOException where it is none */
    static LogEntry parse(long version, Instant committedAt, byte[] content) {
        String operation = "";
        boolean sameRows = false;
        List<Added> added = new ArrayList<>();
        List<Removed> removed = new ArrayList<>();
        Map<String, Long> positions = new TreeMap<>();
        try {
            for (String line :
                    new String(content, StandardCharsets.UTF_8).lines().toList()) {
                JsonNode action = JSON.readTree(line);
                if (action.has("commitInfo")) {
                    operation = action.at("/commitInfo/operation").asString("");
                } else if (action.has("txn")) {
                    positions.put(
                            action.at("/txn/appId").asString(),
                            action.at("/txn/version").asLong());
                } else if (action.has("add")) {
                    sameRows = !action.at("/add/dataChange").asBoolean(true);
                    added.add(added(action.get("add")));
                } else if (action.has("remove")) {
                    removed.add(new Removed(path(action.at("/remove/path").asString())));
                }
            }
        } catch (JacksonException e) {
            throw new UncheckedIOException(
                    new IOException("version " + version + " has an entry that is no Delta log entry", e));
        }
        return new LogEntry(version, committedAt, sameRows ? COMPACTION : operation, added, removed, positions);
    }

    private static Added added(JsonNode file) {
        String statistics = file.path("stats").asString("");
        long rows = statistics.isEmpty()
                ? -1
                : JSON.readTree(statistics).path("numRecords").asLong(-1);
        return new Added(
                path(file.get("path").asString()), rows, file.path("size").asLong(0));
    }

    /** The log escapes paths as URIs do. */
    static String path(String logged) {
        return URI.create(logged).getPath();
    }
}
