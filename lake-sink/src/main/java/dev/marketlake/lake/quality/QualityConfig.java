package dev.marketlake.lake.quality;

import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import java.util.List;

/**
 * What config/quality.yml says.
 *
 * @param version digest of the file
 * @param every how often the sink looks
 * @param checks in the order of the file
 */
public record QualityConfig(String version, Duration every, List<Check> checks) {
    /** Where the file does not say how often. */
    public static final Duration EVERY = Duration.ofMinutes(1);

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    public QualityConfig {
        if (every.compareTo(SHORTEST) < 0) {
            throw new InvalidConfig(every + " is too often to look: 'every' must be at least PT1S");
        }
        checks = List.copyOf(checks);
    }

    /** Nothing is expected. */
    public static QualityConfig none() {
        return new QualityConfig("none", EVERY, List.of());
    }

    /** The checks of a table. */
    List<Check> of(String table) {
        return checks.stream().filter(check -> check.table().equals(table)).toList();
    }
}
