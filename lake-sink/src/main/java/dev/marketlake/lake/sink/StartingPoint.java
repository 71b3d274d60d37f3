package dev.marketlake.lake.sink;

import java.util.OptionalLong;

/** Where a table goes on reading a partition. The log of the table decides; Kafka's group offsets are never asked. */
sealed interface StartingPoint {

    /** Go on here. */
    record At(long offset) implements StartingPoint {}

    /** The log does not name this partition, and Kafka has deleted everything before {@code beginning}. */
    record Unnamed(long beginning) implements StartingPoint {}

    /** Kafka has deleted {@code [from, to)} before the table had it. */
    record Lost(long from, long to) implements StartingPoint {}

    /** The log says {@code watermark}, Kafka ends at {@code end}: it lost acknowledged records. */
    record Beyond(long watermark, long end) implements StartingPoint {}

    /**
     * Decides.
     *
     * @param watermark position in the log; empty where the table never had anything of this topic id and partition
     * @param beginning first offset Kafka still has
     * @param end offset after the last one Kafka has
     * @param skipTo where somebody decided to go on in spite of a gap; empty where nobody did
     */
    static StartingPoint of(OptionalLong watermark, long beginning, long end, OptionalLong skipTo) {
        long wanted = Math.max(watermark.orElse(0), skipTo.orElse(0));
        if (wanted > end) {
            return new Beyond(wanted, end);
        }
        if (wanted >= beginning) {
            return new At(wanted);
        }
        return watermark.isEmpty() ? new Unnamed(beginning) : new Lost(wanted, beginning);
    }
}
