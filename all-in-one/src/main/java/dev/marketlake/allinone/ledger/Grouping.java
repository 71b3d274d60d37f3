package dev.marketlake.allinone.ledger;

import dev.marketlake.events.LedgerEntry;

/** What the lines of the ledger are told apart by. */
public enum Grouping {
    SOURCE,
    SYMBOL,
    HOUR,
    PARTITION;

    /** @param topic name of the entry's raw topic */
    String of(LedgerEntry counts, String topic) {
        return switch (this) {
            case SOURCE -> String.valueOf(counts.getSource());
            case SYMBOL -> String.valueOf(counts.getSymbol());
            case HOUR -> String.valueOf(counts.getHour());
            case PARTITION -> topic + "-" + counts.getPartition();
        };
    }
}
