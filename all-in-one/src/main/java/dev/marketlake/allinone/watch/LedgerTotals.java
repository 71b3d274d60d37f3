package dev.marketlake.allinone.watch;

import dev.marketlake.events.LedgerEntry;

/** How many raw records met which end, over all partitions, sources, symbols and hours. */
public record LedgerTotals(
        long accepted, long revised, long duplicate, long superseded, long rejected, long beyondDepth) {

    public static final LedgerTotals NONE = new LedgerTotals(0, 0, 0, 0, 0, 0);

    public LedgerTotals plus(LedgerEntry entry) {
        return new LedgerTotals(
                accepted + entry.getAccepted(),
                revised + entry.getRevised(),
                duplicate + entry.getDuplicate(),
                superseded + entry.getSuperseded(),
                rejected + entry.getRejected(),
                beyondDepth + entry.getBeyondDepth());
    }

    public long all() {
        return accepted + revised + duplicate + superseded + rejected + beyondDepth;
    }
}
