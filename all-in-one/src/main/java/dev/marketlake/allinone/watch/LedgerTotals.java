package dev.marketlake.allinone.watch;

/** How many raw records met which end, over all partitions, sources, symbols and hours. */
public record LedgerTotals(
        long accepted, long revised, long duplicate, long superseded, long rejected, long beyondDepth) {

    public long all() {
        return accepted + revised + duplicate + superseded + rejected + beyondDepth;
    }
}
