package dev.marketlake.lake.law;

import dev.marketlake.lake.store.ObjectStore;
import java.util.function.UnaryOperator;

/** What keeps a table whole, taken away: a law that still holds then proves nothing. */
public enum Control {
    /** Nothing is taken away. */
    NONE("as it is", UnaryOperator.identity()),
    /** Log entries lose their {@code txn} actions. */
    NO_TXN_CHECK("without the txn check", WithoutMarks::new),
    /** Who finds a version taken takes the next one unasked. */
    BLIND_RETRY("with a client that retries blindly", BlindRetry::new),
    /** Conditional puts overwrite, and the start-up probe is not asked. */
    NO_PROBE("without the start-up probe, on a store that ignores conditions", Overwriting::new);

    private final String words;
    private final UnaryOperator<ObjectStore> between;

    Control(String words, UnaryOperator<ObjectStore> between) {
        this.words = words;
        this.between = between;
    }

    /** In words, after "it fails". */
    public String words() {
        return words;
    }

    ObjectStore before(ObjectStore store) {
        return between.apply(store);
    }
}
