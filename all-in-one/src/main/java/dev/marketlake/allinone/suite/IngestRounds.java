package dev.marketlake.allinone.suite;

/** How often ingest polls each symbol and feed. */
final class IngestRounds {
    static final String VARIABLE = "MARKETLAKE_INGEST_ROUNDS";

    private IngestRounds() {}

    static void require(int rounds) {
        if (rounds < 0) {
            throw new IllegalArgumentException("rounds must be 0 (for ever) or more, not " + rounds);
        }
    }
}
