package dev.marketlake.stream.ledger;

import dev.marketlake.events.LedgerEntry;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.topics.Topics;

/** Rows of market.ledger. */
final class LedgerRows {
    private static final String COUNTS = "COUNTS";
    private static final String POSITION = "POSITION";

    private LedgerRows() {}

    /** @param now processing time, microseconds since the epoch, UTC */
    static Row counts(Entry entry, long now) {
        EntryKey key = entry.key();
        LedgerEntry row = new LedgerEntry();
        row.setEntry(key.text());
        row.setKind(COUNTS);
        row.setTopicId(key.topicId());
        row.setPartition(key.partition());
        row.setSource(key.source());
        row.setSymbol(key.symbol());
        row.setHour(Micros.instant(key.hour()));
        row.setAccepted(entry.count(Disposition.ACCEPTED));
        row.setRevised(entry.count(Disposition.REVISED));
        row.setDuplicate(entry.count(Disposition.DUPLICATE));
        row.setSuperseded(entry.count(Disposition.SUPERSEDED));
        row.setRejected(entry.count(Disposition.REJECTED));
        row.setBeyondDepth(entry.count(Disposition.BEYOND_DEPTH));
        row.setFirstOffset(entry.firstOffset());
        row.setNextOffset(entry.nextOffset());
        return row(row, now);
    }

    /**
     * The columns of a position stay 0, so that sums over all entries count each record once.
     *
     * @param now processing time, microseconds since the epoch, UTC
     */
    static Row position(PartitionSpan span, long now) {
        LedgerEntry row = new LedgerEntry();
        row.setEntry(span.name());
        row.setKind(POSITION);
        row.setTopicId(span.topicId());
        row.setPartition(span.partition());
        row.setFirstOffset(span.first());
        row.setNextOffset(span.next());
        return row(row, now);
    }

    private static Row row(LedgerEntry entry, long now) {
        entry.setUpdatedAt(Micros.instant(now));
        return new Row(Topics.LEDGER, entry.getEntry(), entry);
    }
}
