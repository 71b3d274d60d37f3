package dev.marketlake.proofs.sink;

import dev.marketlake.allinone.Home;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.proofs.claim.Differences;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * A sink process that Kafka loses records under:
 *
 * <pre>
 *   topics deleted and made anew, holding less than before | every row of the old ones stays, every record of the new ones is a row
 *   retention ahead of the sink                             | the table halts, names the range and the remedy; another one goes on
 *   the remedy that was named, applied                      | the table goes on, without that range and with all the rest
 * </pre>
 */
public final class RebuildRun {
    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String RAW = Tables.RAW_QUOTES.name();
    private static final Pattern REMEDY = Pattern.compile("skip-to: (\\{\"[\\w-]+\": \\d+})");

    private static final int BEFORE = 20;
    /** Fewer: a sink that took the old positions for the new topic's would skip them all. */
    private static final int AFTER = 6;

    private static final int EXPIRED = 7;
    private static final int BARS = 30;
    private static final int CORRECTED = 5;

    private final Home home;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> says;

    /** @param work empty folder @param says told how far it has come */
    public RebuildRun(Home home, Path work, Clock clock, Consumer<String> says) {
        this.home = home;
        this.work = work;
        this.clock = clock;
        this.says = says;
    }

    /**
     * What was seen.
     *
     * @param old rows of the topic that was deleted, all still there
     * @param lost records that retention took, the only ones without a row
     * @param rows of raw records in the end, each there once
     */
    public record Survived(long old, long lost, long rows) {}

    /** Runs it. @throws ProofFailed where something is skipped, overwritten or not told */
    public Survived run() {
        try (var ground = SinkGround.start(home, work);
                var store = MinioObjectStore.of(ground.bucket())) {
            var bronze = BronzeRows.of(store, clock);
            var bars = new BarRecords(ground, store, clock);
            Set<String> positions = new TreeSet<>();
            try (var sink = SinkProcess.start(home, ground, "sink", SESSION, work.resolve("sink.log"))) {
                try (var quotes = new RawQuotes(ground)) {
                    topicsHold(sink, quotes, bronze, bars);
                    positions.addAll(quotes.positions());
                }
                long old = positions.size();
                says.accept("the topics are deleted and made anew");
                new LosingTopics(ground).makeAnew(List.of(Topics.RAW.name(), Topics.BARS.name()));
                try (var quotes = new RawQuotes(ground)) {
                    topicsMadeAnew(sink, quotes, bronze, bars, positions);
                    sink.close();
                    long rows = retentionAheadOfTheSink(ground, quotes, bronze, bars, positions);
                    return new Survived(old, EXPIRED, rows);
                }
            }
        }
    }

    private static void topicsHold(SinkProcess sink, RawQuotes quotes, BronzeRows bronze, BarRecords bars) {
        quotes.publish(BEFORE);
        bars.publish(0, BARS, 1);
        var wait = new SinkWait(sink);
        wait.until("the first raw rows", PATIENCE, () -> bronze.isPast(quotes));
        wait.until("the first bars", PATIENCE, () -> bars.byVolume().equals(Map.of(1L, (long) BARS)));
        bronze.require(quotes);
    }

    private static void topicsMadeAnew(
            SinkProcess sink, RawQuotes quotes, BronzeRows bronze, BarRecords bars, Set<String> old) {
        quotes.publish(AFTER);
        bars.publish(0, CORRECTED, 2);
        var wait = new SinkWait(sink);
        wait.until("the raw rows of the new topic", PATIENCE, () -> bronze.isPast(quotes));
        wait.until("the bars of the new topic", PATIENCE, () -> bars.byVolume().containsKey(2L));
        var differences = new Differences();
        differences.unlessEqual(
                "bars by volume", Map.of(1L, (long) BARS - CORRECTED, 2L, (long) CORRECTED), bars.byVolume());
        differences.requireNone(Tables.BARS.name() + " after its topic was made anew");
        bronze.require(with(old, quotes));
    }

    private long retentionAheadOfTheSink(
            SinkGround ground, RawQuotes quotes, BronzeRows bronze, BarRecords bars, Set<String> old) {
        var before = with(old, quotes);
        long from = quotes.ends().getOrDefault(0, 0L);
        quotes.publish(BEFORE);
        says.accept("retention takes " + EXPIRED + " records that no sink has read");
        new LosingTopics(ground).expire(new TopicPartition(Topics.RAW.name(), 0), from + EXPIRED);
        String remedy;
        try (var sink = SinkProcess.startAnyhow(home, ground, "behind", SESSION, work.resolve("behind.log"))) {
            var wait = new SinkWait(sink);
            wait.until(RAW + " to halt", PATIENCE, () -> sink.halted(RAW).isPresent());
            remedy = remedy(sink.halted(RAW).orElse(""), from);
            bars.publish(BARS, BARS + 1, 3);
            wait.until("another table to go on", PATIENCE, () -> bars.byVolume().containsKey(3L));
            bronze.require(before);
        }
        ground.configure("tables:\n  " + RAW + ": {skip-to: " + remedy + "}\n");
        try (var sink = SinkProcess.start(home, ground, "mended", SESSION, work.resolve("mended.log"))) {
            new SinkWait(sink).until("the table to go on", PATIENCE, () -> bronze.isPast(quotes));
        }
        var whole = with(old, quotes);
        for (long offset = from; offset < from + EXPIRED; offset++) {
            whole.remove(quotes.topicId() + "-0@" + offset);
        }
        return bronze.require(whole).rows();
    }

    /** The setting that a halted table names. @throws ProofFailed where it does not say what is lost and what to do */
    private String remedy(String halt, long from) {
        says.accept("halted: " + halt);
        var named = REMEDY.matcher(halt);
        String range = "offsets " + from + " to " + (from + EXPIRED - 1) + " of " + Topics.RAW.name() + "-0";
        if (!halt.contains(range) || !named.find()) {
            throw new ProofFailed("a halted table does not name " + range + " and a remedy: " + halt);
        }
        return named.group(1);
    }

    private static Set<String> with(Set<String> old, RawQuotes quotes) {
        Set<String> all = new TreeSet<>(old);
        all.addAll(quotes.positions());
        return all;
    }
}
