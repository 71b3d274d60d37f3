package dev.marketlake.allinone.rejected;

/** What became of a rejected record that was to be sent again. */
public sealed interface Fate {
    /** Where it stood when it was rejected. */
    RawPlace from();

    /** It is in market.raw again. */
    record Sent(RawPlace from, RawPlace to) implements Fate {}

    /** It would be sent, were this no dry run. */
    record Due(RawPlace from) implements Fate {}

    /** It was sent again before, and is left alone. */
    record SentBefore(RawPlace from) implements Fate {}

    /** market.rejected holds no value of it: it never had one, or was too large. */
    record Empty(RawPlace from) implements Fate {}

    /**
     * It was not acknowledged: whether it is in market.raw is not known. The same command again finds out.
     *
     * @param why the broker's or the client's words
     */
    record Unknown(RawPlace from, String why) implements Fate {}

    /** Whether what was asked for holds: it is there, or would be. */
    default boolean isDone() {
        return this instanceof Sent || this instanceof Due;
    }

    /** For people. */
    default String line(RawPlace.Naming naming) {
        var name = naming.name(from());
        return switch (this) {
            case Sent sent -> name + " is now " + naming.name(sent.to());
            case Due due -> name + " would be sent";
            case SentBefore before -> name + " was sent again before: left alone (--again sends it once more)";
            case Empty empty -> name + " has no bytes in market.rejected: see bronze.raw_quotes";
            case Unknown unknown -> name + " was not acknowledged (" + unknown.why() + "): run the command again";
        };
    }
}
