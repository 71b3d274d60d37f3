package dev.marketlake.lake.quality;

import dev.marketlake.lake.store.StoreFailure;
import java.time.Instant;

/** Told after each look that finds nothing that holds a table back, and no blocking check that fails. */
@FunctionalInterface
public interface SoundLook {
    /** Nobody wants to know. */
    SoundLook UNHEARD = now -> {};

    /** @param now when the look began @throws StoreFailure where the store gives no answer; the next sound look tells again */
    void at(Instant now) throws StoreFailure;
}
