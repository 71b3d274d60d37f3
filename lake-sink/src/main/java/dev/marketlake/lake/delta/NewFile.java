package dev.marketlake.lake.delta;

import dev.marketlake.lake.write.ColumnRange;
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
    public NewFile {
        ranges = List.copyOf(ranges);
    }
}
