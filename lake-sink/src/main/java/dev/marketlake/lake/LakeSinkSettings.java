package dev.marketlake.lake;

import dev.marketlake.config.InvalidConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sink runs.
 *
 * @param config folder of {@code lake.yml} and {@code topics.yml}
 * @param group consumer groups are named {@code <group>-<table>}
 * @param sessionTimeout how long the broker waits for a sink that died before its partitions go to another
 * @param uploads threads that encode and put data files, shared by all tables
 * @param patience how long a stop waits for the last commits
 * @param deriveEvery wait between two looks whether derived tables have to follow their sources
 * @param startRetry wait between two tries while something does not answer at start
 */
@ConfigurationProperties("marketlake.sink")
record LakeSinkSettings(
        @DefaultValue("./config") Path config,
        @DefaultValue("marketlake-sink") String group,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("4") int uploads,
        @DefaultValue("25s") Duration patience,
        @DefaultValue("15s") Duration deriveEvery,
        @DefaultValue("2s") Duration startRetry) {
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(6);

    LakeSinkSettings {
        if (group.isBlank()) {
            throw new InvalidConfig(
                    "marketlake.sink.group is empty: name the consumer groups, for example marketlake-sink");
        }
        if (sessionTimeout.compareTo(SHORTEST_SESSION) < 0) {
            throw new InvalidConfig(
                    "marketlake.sink.session-timeout must be at least 6s, which brokers allow: " + sessionTimeout);
        }
        if (uploads < 1) {
            throw new InvalidConfig("marketlake.sink.uploads must be at least 1: " + uploads);
        }
        if (deriveEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidConfig("marketlake.sink.derive-every must be at least 1s: " + deriveEvery);
        }
        if (!startRetry.isPositive() || patience.isNegative()) {
            throw new InvalidConfig("marketlake.sink.start-retry must be longer than nothing, patience not negative: "
                    + startRetry + ", " + patience);
        }
    }

    /** A file of the config folder. */
    Path file(String name) {
        return config.resolve(name);
    }
}
