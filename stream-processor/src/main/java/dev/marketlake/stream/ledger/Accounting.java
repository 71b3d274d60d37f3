package dev.marketlake.stream.ledger;

import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.observation.Origin;
import org.jspecify.annotations.Nullable;

/** Whether and how raw records are accounted for. Used by one thread. */
public interface Accounting {

    /** Whether a record was counted before, so that everything that follows from it is out already. */
    boolean hasCounted(Origin origin);

    /** How many offsets lie between the last record counted and this one; 0 for the first of a partition. */
    long skippedBefore(Origin origin);

    /**
     * Adds one record to its column.
     *
     * @param source provider, null where it could not be read
     * @param symbol symbol, null where it could not be read
     * @param timestamp Kafka's, milliseconds since the epoch, UTC
     */
    void count(
            Origin origin, @Nullable String source, @Nullable String symbol, long timestamp, Disposition disposition);

    /** Sends what changed, or as much of it as one flush may. @return whether nothing is left to send */
    boolean flush(Effects effects);
}
