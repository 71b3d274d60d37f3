package dev.marketlake.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commits of a table as they lie in its {@code _delta_log}, read as plain JSON: a second opinion on what Spark says.
 *
 * @param rows rows of the table after each version, from 0 on
 */
record TableLog(List<Long> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Takes the files that a commit adds, and away those it removes, version by version until there is no next. */
    static TableLog read(Path table) throws IOException {
        List<Long> rows = new ArrayList<>();
        Map<String, Long> live = new HashMap<>();
        for (Path commit = commit(table, 0); Files.exists(commit); commit = commit(table, rows.size())) {
            for (String line : Files.readAllLines(commit)) {
                JsonNode action = JSON.readTree(line);
                JsonNode removed = action.path("remove");
                if (!removed.isMissingNode()) {
                    live.remove(removed.get("path").asText());
                }
                JsonNode added = action.path("add");
                if (!added.isMissingNode()) {
                    JsonNode statistics = JSON.readTree(added.get("stats").asText());
                    live.put(
                            added.get("path").asText(),
                            statistics.get("numRecords").asLong());
                }
            }
            rows.add(live.values().stream().mapToLong(Long::longValue).sum());
        }
        return new TableLog(List.copyOf(rows));
    }

    long newest() {
        return rows.size() - 1L;
    }

    long rowsAt(long version) {
        return rows.get(Math.toIntExact(version));
    }

    private static Path commit(Path table, long version) {
        return table.resolve("_delta_log/%020d.json".formatted(version));
    }
}
