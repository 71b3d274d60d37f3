package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.replay.QueuedDates.Stretch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many events beyond the depth jobs have taken up, by entry of the ledger, in {@code jobs/handled.json}. Without the file all wait again:
 * that costs time and changes nothing.
 */
final class HandledCounts {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Map<String, Long> counts;

    private HandledCounts(Path file, Map<String, Long> counts) {
        this.file = file;
        this.counts = counts;
    }

    static HandledCounts in(Path jobs) {
        var file = jobs.resolve("handled.json");
        return new HandledCounts(
                file,
                Files.isRegularFile(file)
                        ? new TreeMap<>(JSON.readValue(file, new TypeReference<Map<String, Long>>() {}))
                        : new TreeMap<>());
    }

    long of(String entry) {
        return counts.getOrDefault(entry, 0L);
    }

    /** Notes that all events these stretches count are taken up. */
    void handled(Collection<Stretch> stretches) {
        stretches.forEach(stretch -> counts.put(stretch.entry(), stretch.beyond()));
        var beside = Path.of(file + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(beside, JSON.writeValueAsString(counts) + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
