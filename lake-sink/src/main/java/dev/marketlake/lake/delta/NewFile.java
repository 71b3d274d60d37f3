package dev.marketlake.lake.delta;

import dev.marketlake.lake.write.ColumnRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A data file that lies in the store and is about to become part of the table.
 *
 * @param file what readers will see
 * @param ranges statistics of its columns
 * @param written when
 */
public record NewFile(LiveFile file, List<ColumnRange> ranges, Instant written) {
    /** How long a file may wait for its commit. What belongs to no version after several times as long is removed as an orphan. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(30);

    public NewFile {
        ranges = List.copyOf(ranges);
    }
}
