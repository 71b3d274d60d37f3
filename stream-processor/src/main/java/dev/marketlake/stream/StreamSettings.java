package dev.marketlake.stream;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.book.BookRules;
import dev.marketlake.stream.job.JobLane;
import dev.marketlake.stream.job.JobSettings;
import dev.marketlake.stream.job.Lane;
import dev.marketlake.stream.job.LiveLane;
import dev.marketlake.stream.job.Reach;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.screen.MedianScreen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the stream processor, under {@code marketlake.stream}.
 *
 * @param applicationId consumer group and prefix of the internal topics
 * @param config folder of symbols.yml, alerts.yml and topics.yml
 * @param stateDir where this instance keeps who it is, one folder for each; not under /tmp, which gets cleaned
 * @param depthSessions trade dates of intraday bars that can still be corrected, the newest included
 * @param warmUpSessions trade dates before those that readings may look back to, by interval label; see {@link #depth}
 * @param rollUps labels of the intervals that regular minutes are rolled up to; empty for none
 * @param sources whose word stands where several speak of one bar, best first
 * @param grace what must pass after a bar's end before it is complete
 * @param tolerance how much later than its observation an event may claim to be
 * @param maxDeviation share of the median of the 20 closes before that a valid close may lie away from it, above 0
 * @param flushInterval how often corrections, roll-ups and the ledger go out
 * @param commitInterval how often a transaction is committed; half of it is the typical delay of an alert
 * @param threads stream threads
 * @param groupProtocol {@code classic} or {@code streams}; classic keeps the state when the topology changes
 * @param instanceId static member id with the classic protocol, to which a fingerprint of the topology is added; null for one of its own,
 *     kept in {@code stateDir}
 * @param sessionTimeout after which a member that ended or fell silent, and has not come back, loses its partitions to the others
 * @param transactionTimeout after which an unfinished transaction of a killed instance is given up, so that its successor can start
 * @param skipLost whether to go on where retention took records away before they were read, instead of refusing to start
 * @param changelogSegment segment size of the changelog topics: what compaction never touches at their end
 * @param job null live; with it this process is a history job
 */
@ConfigurationProperties("marketlake.stream")
public record StreamSettings(
        @DefaultValue("marketlake-stream") String applicationId,
        @DefaultValue("./config") Path config,
        @DefaultValue("./data/streams") Path stateDir,
        @DefaultValue("5") int depthSessions,
        @DefaultValue Map<String, Integer> warmUpSessions,
        @DefaultValue({"5m", "15m", "30m", "1h", "1d"}) List<String> rollUps,

        @DefaultValue({"POLYGON", "ALPHA_VANTAGE", "FINNHUB", "YAHOO", "SIMULATOR"})
        List<Source> sources,

        @DefaultValue("60s") Duration grace,
        @DefaultValue("2m") Duration tolerance,
        @DefaultValue("0.2") double maxDeviation,
        @DefaultValue("250ms") Duration flushInterval,
        @DefaultValue("60ms") Duration commitInterval,
        @DefaultValue("1") int threads,
        @DefaultValue("classic") String groupProtocol,
        @Nullable String instanceId,
        @DefaultValue("10s") Duration sessionTimeout,
        @DefaultValue("10s") Duration transactionTimeout,
        @DefaultValue("false") boolean skipLost,
        @DefaultValue("64MB") DataSize changelogSegment,
        @Nullable JobSettings job) {
    private static final Map<String, Integer> WARM_UP = Map.of("1m", 2, "5m", 2, "15m", 5, "30m", 10, "1h", 20);
    /** Three years, and readings may look back to 1 January of the year before. */
    private static final Depth DAYS = new Depth(3 * 252, 2 * 252);

    private static final List<String> ROLL_UPS = List.of("5m", "15m", "30m", "1h", "1d");
    private static final String PREFIX = "marketlake.stream.";

    public StreamSettings {
        Map<String, Integer> warmUp = new LinkedHashMap<>(WARM_UP);
        warmUp.putAll(warmUpSessions);
        warmUpSessions = Map.copyOf(warmUp);
        for (String label : warmUpSessions.keySet()) {
            require(
                    WARM_UP.containsKey(label),
                    "warm-up-sessions",
                    label,
                    "name an intraday interval: 1m 5m 15m 30m 1h");
        }
        require(depthSessions >= 1 && depthSessions <= 250, "depth-sessions", depthSessions, "use 1 to 250");
        require(
                warmUpSessions.values().stream().allMatch(sessions -> sessions >= 1 && sessions <= 250),
                "warm-up-sessions",
                warmUpSessions,
                "use 1 to 250 each");
        rollUps = List.copyOf(rollUps);
        sources = List.copyOf(sources);
        require(!sources.contains(Source.DERIVED), "sources", sources, "leave DERIVED out: it always comes last");
        require(
                ROLL_UPS.containsAll(rollUps),
                "roll-ups",
                rollUps,
                "name intervals above a minute: " + String.join(" ", ROLL_UPS));
        require(!grace.isNegative(), "grace", grace, "use zero or more");
        require(!tolerance.isNegative(), "tolerance", tolerance, "use zero or more");
        require(maxDeviation > 0, "max-deviation", maxDeviation, "use a share above 0, such as 0.2");
        require(isPositive(flushInterval), "flush-interval", flushInterval, "use 50ms or more");
        require(isPositive(commitInterval), "commit-interval", commitInterval, "use 10ms or more");
        require(threads >= 1, "threads", threads, "use 1 or more");
        require(
                groupProtocol.equals("classic") || groupProtocol.equals("streams"),
                "group-protocol",
                groupProtocol,
                "use classic or streams");
        require(
                instanceId == null || groupProtocol.equals("classic"),
                "instance-id",
                String.valueOf(instanceId),
                "leave it out with group-protocol streams, which has no static members");
        require(isPositive(sessionTimeout), "session-timeout", sessionTimeout, "use 6s or more");
        require(
                transactionTimeout.compareTo(commitInterval) > 0,
                "transaction-timeout",
                transactionTimeout,
                "use more than commit-interval");
        require(!changelogSegment.isNegative(), "changelog-segment", changelogSegment, "use 1MB or more");
    }

    /** Consumer group and prefix of the internal topics: a job's own where this is one. */
    @Override
    public String applicationId() {
        return job == null ? applicationId : job.job().topics().application();
    }

    /** What the topology runs on. @param rawTopicId Kafka's id of market.raw */
    public Lane lane(String rawTopicId) {
        return job == null ? new LiveLane(rawTopicId) : new JobLane(job.job());
    }

    /** How far before its first date the input of a job has to begin. */
    public Reach reach() {
        return Reach.of(warmUpSessions, rollUps);
    }

    /** How far back bars of an interval are corrected and kept; in a job all that it reads. */
    public Depth depth(Interval interval) {
        if (interval == Interval.D1) {
            return DAYS;
        }
        Integer warmUp = warmUpSessions.get(interval.label());
        if (warmUp == null) {
            throw new IllegalArgumentException("bars of " + interval + " are not kept by sessions");
        }
        return new Depth(job == null ? depthSessions : job.job().sessions(reach().furthest()), warmUp);
    }

    BookRules bookRules(Watchlist watchlist, Supplier<AlertRules> alerts) {
        Set<Interval> intervals = rollUps.stream().map(Interval::of).collect(Collectors.toUnmodifiableSet());
        return new BookRules(
                watchlist,
                this::depth,
                intervals,
                grace,
                new MedianScreen(maxDeviation),
                new SourcePriority(sources),
                alerts);
    }

    /** Configuration of the changelog topics. */
    Map<String, String> changelog() {
        return Map.of("segment.bytes", Long.toString(changelogSegment.toBytes()));
    }

    private static boolean isPositive(Duration duration) {
        return duration.toMillis() > 0;
    }

    private static void require(boolean holds, String name, Object value, String remedy) {
        if (!holds) {
            throw new InvalidConfig(PREFIX + name + " = " + value + " cannot be used: " + remedy);
        }
    }
}
