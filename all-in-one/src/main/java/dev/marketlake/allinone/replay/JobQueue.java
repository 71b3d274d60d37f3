package dev.marketlake.allinone.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.replay.QueuedDates.Stretch;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of raw offsets in which live counted events beyond its depth, and how many of them jobs have taken up. The ledger is the queue:
 * a count that has grown since it was last handled stands for events that wait.
 */
final class JobQueue {
    private final Lake lake;
    private final HandledCounts handled;
    private final Path spill;

    JobQueue(Lake lake, HandledCounts handled, Path spill) {
        this.lake = lake;
        this.handled = handled;
        this.spill = spill;
    }

    /** Those that wait and that Bronze holds to their end; the others wait for it. */
    List<Stretch> waiting() {
        var ledger = lake.live("gold.ledger", file -> true);
        var bronze = lake.live(BronzeRows.TABLE, file -> true);
        if (ledger.isEmpty() || bronze.isEmpty()) {
            return List.of();
        }
        try (var session = LakeSession.open(spill)) {
            session.lay(ledger.get());
            session.lay(bronze.get());
            var ends = ends(session);
            return session
                    .rows(
                            "SELECT entry, topic_id, partition, symbol, first_offset, next_offset, beyond_depth FROM gold.ledger"
                                    + " WHERE kind = 'COUNTS' AND beyond_depth > 0 AND symbol IS NOT NULL ORDER BY entry")
                    .stream()
                    .map(JobQueue::stretch)
                    .filter(stretch -> stretch.beyond() > handled.of(stretch.entry()))
                    .filter(stretch -> ends.getOrDefault(stretch.partitionName(), -1L) >= stretch.next() - 1)
                    .toList();
        }
    }

    /** Offset of the last record that Bronze holds, by {@code topic id/partition}. */
    private static Map<String, Long> ends(LakeSession session) {
        var ends = new HashMap<String, Long>();
        session.each(
                "SELECT kafka_topic_id || '/' || kafka_partition, max(kafka_offset) FROM " + BronzeRows.TABLE
                        + " GROUP BY 1",
                row -> ends.put(String.valueOf(row.get(0)), number(row.get(1))));
        return ends;
    }

    private static Stretch stretch(List<@Nullable Object> row) {
        return new Stretch(
                String.valueOf(row.get(0)),
                String.valueOf(row.get(1)),
                (int) number(row.get(2)),
                String.valueOf(row.get(3)),
                number(row.get(4)),
                number(row.get(5)),
                number(row.get(6)));
    }

    private static long number(@Nullable Object value) {
        return ((Number) requireNonNull(value)).longValue();
    }

    /** The dates of the events of these stretches that {@code boundary} lets a job write. */
    QueuedDates dates(List<Stretch> stretches, RawReader reader, JobDates calendar, LiveBoundary boundary) {
        var dates = new QueuedDates();
        if (!stretches.isEmpty()) {
            new BronzeRows(lake, spill)
                    .rows(
                            stretches.stream().map(JobQueue::condition).collect(Collectors.joining(" OR ")),
                            file -> true,
                            row -> reader.event(row).ifPresent(event -> {
                                var date = calendar.date(event);
                                if (boundary.isBefore(event.symbol().value(), date)) {
                                    dates.add(event.symbol().value(), date);
                                }
                            }));
        }
        return dates;
    }

    private static String condition(Stretch stretch) {
        return "(kafka_topic_id = " + LakeSession.text(stretch.topicId()) + " AND kafka_partition = "
                + stretch.partition() + " AND symbol = " + LakeSession.text(stretch.symbol())
                + " AND kafka_offset BETWEEN " + stretch.first() + " AND " + (stretch.next() - 1) + ")";
    }
}
