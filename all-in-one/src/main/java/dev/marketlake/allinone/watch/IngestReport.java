package dev.marketlake.allinone.watch;

import java.util.List;

/**
 * What the ingest service says of itself.
 *
 * @param done every wanted round is over
 * @param failedForGood one line per fetch that was given up
 * @param published raw events since the service started
 */
public record IngestReport(
        Rounds rounds, boolean done, List<String> failedForGood, long published, List<Provider> providers) {

    public IngestReport {
        failedForGood = List.copyOf(failedForGood);
        providers = List.copyOf(providers);
    }

    /**
     * Polls of each symbol and feed.
     *
     * @param wanted 0 = for ever
     */
    public record Rounds(int wanted, int completed) {}

    /**
     * One provider's share.
     *
     * @param breaker CLOSED, OPEN or HALF_OPEN
     * @param throttled answers that said: slower
     */
    public record Provider(String provider, String breaker, long requests, long throttled, long errors) {}
}
