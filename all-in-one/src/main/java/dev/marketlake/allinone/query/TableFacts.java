package dev.marketlake.allinone.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A table at its latest version, in figures.
 *
 * @param name layer and name
 * @param version of the table; each commit adds one
 * @param bytes of its live data files
 * @param lastCommit by the store's clock; null where the store does not tell
 */
public record TableFacts(
        String name,
        long version,
        long rows,
        int files,
        long bytes,
        @Nullable Instant lastCommit) {}
