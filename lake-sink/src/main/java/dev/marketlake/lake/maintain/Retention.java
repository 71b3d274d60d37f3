package dev.marketlake.lake.maintain;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.delta.NewFile;
import java.time.Duration;

/**
 * How long what nobody needs is kept.
 *
 * @param versions older versions of a table can be read for so long after they were replaced
 * @param orphans files that no version has stay for so long: they may belong to a commit under way
 */
public record Retention(Duration versions, Duration orphans) {
    /** Twice as long as a file may wait for its commit, and then some. */
    private static final Duration LEAST_FOR_ORPHANS = NewFile.GOOD_FOR.multipliedBy(2);

    public Retention {
        if (versions.isNegative()) {
            throw new InvalidConfig("the retention must not be negative: " + versions);
        }
        if (orphans.compareTo(LEAST_FOR_ORPHANS) < 0) {
            throw new InvalidConfig("orphans must be kept for " + LEAST_FOR_ORPHANS
                    + " at least, so that no commit under way loses its files: " + orphans);
        }
    }
}
