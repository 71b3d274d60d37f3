package dev.marketlake.allinone.watch;

import dev.marketlake.events.LedgerEntry;
import dev.marketlake.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** The ledger as its topic tells it: the latest entry of each key. For one thread. */
public final class LedgerBook implements AutoCloseable {
    private final TopicTail<LedgerEntry> tail;
    private final Map<String, LedgerEntry> entries = new HashMap<>();

    /** @throws BrokerSilent if the broker does not answer, or there is no ledger yet */
    public LedgerBook(String bootstrapServers, String registryUrl) {
        this.tail = new TopicTail<>(bootstrapServers, registryUrl, Topics.LEDGER, TopicTail.From.START);
    }

    /** Takes in what was added since. @throws BrokerSilent if that cannot be told now */
    public LedgerBook refreshed() {
        tail.take(entry -> entries.put(entry.getEntry(), entry));
        return this;
    }

    /** Takes in what is added within {@code patience}, and returns as soon as something was. @throws BrokerSilent if that cannot be told now */
    public void await(Duration patience) {
        tail.await(patience, entry -> entries.put(entry.getEntry(), entry));
    }

    /** The latest entry of each key. */
    public Collection<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The raw offset after the last one accounted for, by partition of the raw topic that has this id. */
    Map<TopicPartition, Long> accounted(String rawTopicId) {
        var next = new HashMap<TopicPartition, Long>();
        for (var entry : entries.values()) {
            if (entry.getKind().equals("POSITION") && entry.getTopicId().equals(rawTopicId)) {
                next.put(new TopicPartition(Topics.RAW.name(), entry.getPartition()), entry.getNextOffset());
            }
        }
        return next;
    }

    LedgerTotals totals() {
        return new LedgerTotals(
                sum(LedgerEntry::getAccepted),
                sum(LedgerEntry::getRevised),
                sum(LedgerEntry::getDuplicate),
                sum(LedgerEntry::getSuperseded),
                sum(LedgerEntry::getRejected),
                sum(LedgerEntry::getBeyondDepth));
    }

    private long sum(ToLongFunction<LedgerEntry> column) {
        return entries.values().stream()
                .filter(entry -> entry.getKind().equals("COUNTS"))
                .mapToLong(column)
                .sum();
    }

    @Override
    public void close() {
        tail.close();
    }
}
