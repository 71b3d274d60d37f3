package dev.marketlake.lake.quality;

import dev.marketlake.events.CheckResult;

/** Where it is told what checks found. Safe for any thread. */
public interface Results {
    /** Hands a result over. */
    void tell(CheckResult result);

    /** Returns when all that was handed over is told for good. @throws KafkaException where it cannot be now; it is tried again */
    void settle();
}
