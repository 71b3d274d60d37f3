package dev.marketlake.allinone.ledger;

import dev.marketlake.events.LedgerEntry;
import java.time.Instant;

/** Ledger entries for tests. */
public final class SmallLedger {
    private SmallLedger() {}

    public static LedgerEntry counts(
            String topicId, int partition, String symbol, Instant hour, long accepted, long rejected) {
        var entry = entry(topicId + "/" + partition + "/FINNHUB/" + symbol + "/" + hour, "COUNTS", topicId, partition);
        entry.setSource("FINNHUB");
        entry.setSymbol(symbol);
        entry.setHour(hour);
        entry.setAccepted(accepted);
        entry.setRejected(rejected);
        return entry;
    }

    public static LedgerEntry position(String topicId, int partition, long first, long next) {
        var entry = entry(topicId + "/" + partition, "POSITION", topicId, partition);
        entry.setFirstOffset(first);
        entry.setNextOffset(next);
        return entry;
    }

    private static LedgerEntry entry(String name, String kind, String topicId, int partition) {
        var entry = new LedgerEntry();
        entry.setEntry(name);
        entry.setKind(kind);
        entry.setTopicId(topicId);
        entry.setPartition(partition);
        entry.setUpdatedAt(Instant.EPOCH);
        return entry;
    }
}
