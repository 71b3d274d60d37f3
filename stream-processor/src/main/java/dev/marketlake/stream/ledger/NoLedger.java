package dev.marketlake.stream.ledger;

import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.observation.Origin;
import org.jspecify.annotations.Nullable;

/** Of a history job: live has counted its records when they came. */
public final class NoLedger implements Accounting {
    @Override
    public boolean hasCounted(Origin origin) {
        return false;
    }

    @Override
    public long skippedBefore(Origin origin) {
        return 0;
    }

    @Override
    public void count(
            Origin origin, @Nullable String source, @Nullable String symbol, long timestamp, Disposition disposition) {
        // Counted when it came.
    }

    @Override
    public boolean flush(Effects effects) {
        // Nothing was counted.
        return true;
    }
}
