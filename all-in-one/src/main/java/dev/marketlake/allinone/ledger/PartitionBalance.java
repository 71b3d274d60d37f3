package dev.marketlake.allinone.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.allinone.watch.LedgerTotals;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The books of one raw partition.
 *
 * @param name for example {@code market.raw-2}; of a topic that was deleted, its id in place of its name
 * @param topicId Kafka's id of the raw topic
 * @param counts of all its records, by what became of them
 * @param first offset of the first record counted; null where the ledger has no position yet
 * @param next offset after the last record counted; null as before
 * @param begin oldest offset Kafka still has; null where the topic is gone
 * @param end offset after the last record in Kafka; null where the topic is gone
 */
public record PartitionBalance(
        String name,
        String topicId,
        int partition,
        LedgerTotals counts,
        @Nullable Long first,
        @Nullable Long next,
        @Nullable Long begin,
        @Nullable Long end) {

    /** Records in Kafka that are not counted yet. */
    @JsonProperty("lag")
    public long lag() {
        if (begin == null || end == null) {
            return 0;
        }
        return Math.max(0, end - (next == null ? begin : Math.max(begin, next)));
    }

    /** What does not add up, with its figures; null where everything does. */
    @JsonProperty("fault")
    public @Nullable String fault() {
        if (first == null || next == null) {
            return counts.all() == 0 ? null : told("%,d records are counted but no position covers them", counts.all());
        }
        long covered = next - first;
        if (counts.all() != covered) {
            long away = Math.abs(covered - counts.all());
            return told(
                    "the columns sum to %,d, offsets %d to %d are %,d: %,d %s",
                    counts.all(),
                    first,
                    next,
                    covered,
                    away,
                    counts.all() < covered ? "not accounted for" : "counted too often");
        }
        if (begin != null && begin > next) {
            return told("offsets %d to %d have left the topic uncounted: %,d records", next, begin, begin - next);
        }
        if (end != null && next > end) {
            return told("counted up to offset %d, but the topic ends at %d", next, end);
        }
        return null;
    }

    private String told(String format, Object... figures) {
        return name + " (topic id " + topicId + "): " + String.format(Locale.ROOT, format, figures);
    }
}
