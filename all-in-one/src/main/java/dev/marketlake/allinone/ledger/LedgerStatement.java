package dev.marketlake.allinone.ledger;

import dev.marketlake.allinone.watch.LedgerTotals;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.topics.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The ledger at one moment, held against the raw topic. Pure.
 *
 * @param entries latest entry of each key
 * @param rawTopicId Kafka's id of the raw topic there is now
 * @param raw what Kafka has of it, by partition; asked for after the entries were read
 */
public record LedgerStatement(Collection<LedgerEntry> entries, String rawTopicId, Map<Integer, RawRange> raw) {
    private static final String COUNTS = "COUNTS";

    public LedgerStatement {
        entries = Set.copyOf(entries);
        raw = Map.copyOf(raw);
    }

    /** Every partition of the raw topic, and of former ones that records were counted of, ordered by name. */
    public List<PartitionBalance> partitions() {
        var known = new TreeMap<String, PartitionBalance>();
        raw.keySet().forEach(partition -> known.put(name(rawTopicId, partition), balance(rawTopicId, partition)));
        for (var entry : entries) {
            known.computeIfAbsent(
                    name(entry.getTopicId(), entry.getPartition()),
                    name -> balance(entry.getTopicId(), entry.getPartition()));
        }
        return List.copyOf(known.values());
    }

    /** The counts by what they are grouped by, in its order. @param symbols those to show; empty for all */
    public List<LedgerLine> lines(Grouping by, Set<String> symbols) {
        var sums = new TreeMap<String, LedgerTotals>();
        of(symbols)
                .forEach(entry -> sums.compute(
                        by.of(entry, topic(entry.getTopicId())),
                        (of, sum) -> (sum == null ? LedgerTotals.NONE : sum).plus(entry)));
        return sums.entrySet().stream()
                .map(sum -> new LedgerLine(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** All lines together. */
    public LedgerTotals total(Set<String> symbols) {
        return sum(of(symbols));
    }

    private Stream<LedgerEntry> of(Set<String> symbols) {
        return counts(entry -> symbols.isEmpty() || symbols.contains(String.valueOf(entry.getSymbol())));
    }

    /** What does not add up. */
    public List<String> faults() {
        return partitions().stream()
                .map(PartitionBalance::fault)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Records in Kafka that are not counted yet. */
    public long lag() {
        return partitions().stream().mapToLong(PartitionBalance::lag).sum();
    }

    /** Records of these ranges that are not counted yet. */
    long uncounted(Map<Integer, RawRange> goal) {
        return new LedgerStatement(entries, rawTopicId, goal).lag();
    }

    private PartitionBalance balance(String topicId, int partition) {
        Predicate<LedgerEntry> ours = entry -> entry.getTopicId().equals(topicId) && entry.getPartition() == partition;
        var position = entries.stream()
                .filter(ours.and(entry -> !entry.getKind().equals(COUNTS)))
                .findFirst();
        var range = topicId.equals(rawTopicId) ? raw.get(partition) : null;
        return new PartitionBalance(
                name(topicId, partition),
                topicId,
                partition,
                sum(counts(ours)),
                position.map(LedgerEntry::getFirstOffset).orElse(null),
                position.map(LedgerEntry::getNextOffset).orElse(null),
                range == null ? null : range.begin(),
                range == null ? null : range.end());
    }

    private static LedgerTotals sum(Stream<LedgerEntry> counts) {
        var sum = LedgerTotals.NONE;
        for (var entry : (Iterable<LedgerEntry>) counts::iterator) {
            sum = sum.plus(entry);
        }
        return sum;
    }

    private Stream<LedgerEntry> counts(Predicate<LedgerEntry> which) {
        return entries.stream().filter(entry -> entry.getKind().equals(COUNTS)).filter(which);
    }

    private String name(String topicId, int partition) {
        return topic(topicId) + "-" + partition;
    }

    private String topic(String topicId) {
        return topicId.equals(rawTopicId) ? Topics.RAW.name() : topicId;
    }
}
