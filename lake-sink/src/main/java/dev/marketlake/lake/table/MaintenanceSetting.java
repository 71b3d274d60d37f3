package dev.marketlake.lake.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code maintenance} of lake.yml: how the tables are kept tidy beside the live writes.
 *
 * @param every time between two rounds over all tables, zero for none; null for the default, as all below
 * @param compactFiles small files of a partition are put together once there are so many
 * @param compactMegabytes a file of that size is not small
 * @param retention how long older versions can be read
 * @param orphans how long files that no version has are kept
 * @param dailySnapshots of how many days a snapshot is kept, zero for none to be taken
 */
public record MaintenanceSetting(
        @Nullable @JsonProperty("every") Duration every,
        @Nullable @JsonProperty("compact-files") Integer compactFiles,
        @Nullable @JsonProperty("compact-megabytes") Integer compactMegabytes,
        @Nullable @JsonProperty("retention") Duration retention,
        @Nullable @JsonProperty("orphans") Duration orphans,
        @Nullable @JsonProperty("daily-snapshots") Integer dailySnapshots) {
    private static final int FILES = 8;
    private static final int MEGABYTES = 16;
    private static final int DAYS = 7;
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final Duration ORPHANS = Duration.ofDays(1);
    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    public MaintenanceSetting {
        if (every != null && every.isNegative()) {
            throw new InvalidConfig("maintenance: every must be a duration such as PT1H, or PT0S for never: " + every);
        }
        if (dailySnapshots != null && dailySnapshots < 0) {
            throw new InvalidConfig(
                    "maintenance: daily-snapshots must be the number of days kept, or 0 for none: " + dailySnapshots);
        }
    }

    /** What holds where lake.yml says nothing. */
    static MaintenanceSetting defaults() {
        return new MaintenanceSetting(null, null, null, null, null, null);
    }

    /** Time between two rounds; zero for none. */
    public Duration interval() {
        return every == null ? EVERY : every;
    }

    /** A partition is left alone below so many small files. */
    public int smallFiles() {
        return compactFiles == null ? FILES : compactFiles;
    }

    /** A file of so many bytes is not small. */
    public long largeBytes() {
        return (compactMegabytes == null ? MEGABYTES : compactMegabytes) * BYTES_PER_MEGABYTE;
    }

    /** How long older versions can be read. */
    public Duration keepVersions() {
        return retention == null ? RETENTION : retention;
    }

    /** Of how many days a snapshot is kept; zero for none to be taken. */
    public int daysKept() {
        return dailySnapshots == null ? DAYS : dailySnapshots;
    }

    /** How long files that no version has are kept. */
    public Duration keepOrphans() {
        return orphans == null ? ORPHANS : orphans;
    }
}
