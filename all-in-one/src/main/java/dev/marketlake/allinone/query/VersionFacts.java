package dev.marketlake.allinone.query;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of a table, in figures.
 *
 * @param version from 0
 * @param committedAt by the store's clock
 * @param operation in Delta's words
 * @param rows in the table from then on; null where the log no longer tells
 * @param written rows in the files it added: those of rewritten partitions too
 * @param added files
 * @param removed files
 * @param offsets of each Kafka partition that came forward, by topic id and partition: the offset after the last one taken
 */
public record VersionFacts(
        long version,
        Instant committedAt,
        String operation,
        @Nullable Long rows,
        long written,
        int added,
        int removed,
        Map<String, Long> offsets) {}
