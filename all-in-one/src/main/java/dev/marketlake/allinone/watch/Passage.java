package dev.marketlake.allinone.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far everything fetched has come on its way into the lake.
 *
 * @param ingest empty where the service does not answer
 * @param rawEnds of the raw topic
 * @param streamCommitted by the stream processor's group
 * @param accounted raw offsets the ledger has accounted for; written after all that was derived from them
 * @param committedEnds of every topic, read-committed; taken after the stream processor's offsets
 * @param tables empty where the sink does not answer; taken last
 */
public record Passage(
        Optional<IngestReport> ingest,
        Map<TopicPartition, Long> rawEnds,
        Map<TopicPartition, Long> streamCommitted,
        Map<TopicPartition, Long> accounted,
        Map<TopicPartition, Long> committedEnds,
        List<TableReport> tables) {

    /** The first thing on the way that is not through, or that all is. */
    public Drainage drainage() {
        var halted = tables.stream().filter(TableReport::isHalted).findFirst();
        if (halted.isPresent()) {
            var table = halted.get();
            return new Drainage.Blocked(table.table() + " has halted: " + table.message());
        }
        if (ingest.isEmpty()) {
            return new Drainage.Waiting("the ingest service to answer");
        }
        var fetched = ingest.get();
        if (!fetched.done()) {
            var rounds = fetched.rounds();
            return new Drainage.Waiting("round " + (rounds.completed() + 1) + " of " + rounds.wanted() + " to end");
        }
        return onTheWay().<Drainage>map(Drainage.Waiting::new).orElseGet(() -> new Drainage.Through(fetched));
    }

    /** The first thing that what is published still has to go through, to follow "waiting for"; empty where all is in the lake. */
    public Optional<String> onTheWay() {
        return deriving().or(this::landing);
    }

    /** What the stream processor has yet to do, to follow "waiting for"; empty where all that follows from the raw topic is sent. */
    public Optional<String> deriving() {
        if (isBehind(streamCommitted)) {
            return Optional.of("the stream processor to reach the end of the raw topic");
        }
        return isBehind(accounted) ? Optional.of("the ledger to account for every raw record") : Optional.empty();
    }

    private boolean isBehind(Map<TopicPartition, Long> reached) {
        return rawEnds.entrySet().stream()
                .anyMatch(end -> end.getValue() > 0 && reached.getOrDefault(end.getKey(), 0L) < end.getValue());
    }

    private Optional<String> landing() {
        var pending = tables.stream().filter(table -> table.pendingRows() > 0).findFirst();
        if (pending.isPresent()) {
            return Optional.of(pending.get().table() + " to commit "
                    + pending.get().pendingRows() + " rows"
                    + (pending.get().isHeld()
                            ? ", which a quality check holds: " + pending.get().message()
                            : ""));
        }
        return committedEnds.entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .filter(end -> !isRead(end.getKey(), end.getValue()))
                .map(end -> "the lake to take in " + end.getKey().topic())
                .sorted()
                .findFirst();
    }

    /** At least one table reads the partition, and each that does has come to its end. */
    private boolean isRead(TopicPartition partition, long end) {
        var positions = tables.stream()
                .flatMap(table -> table.partitions().stream())
                .filter(part -> part.topic().equals(partition.topic()) && part.partition() == partition.partition())
                .collect(Collectors.summarizingLong(TableReport.Partition::position));
        return positions.getCount() > 0 && positions.getMin() >= end;
    }
}
