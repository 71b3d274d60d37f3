package dev.marketlake.ingest.fetch;

import java.time.Duration;

/**
 * What came of asking a provider about one symbol. Decided by the shape of the body: Alpha Vantage says everything with HTTP 200, and
 * Finnhub answers zeros for a symbol it does not know.
 *
 * <pre>
 *   result         ask again?                      counts against the breaker
 *   Observed       at the next poll                no
 *   Throttled      BURST, MINUTE: after the wait   no, the provider is well
 *                  DAY: on the next plan day
 *   UnknownSymbol  at the next poll only           no
 *   Denied         at the next poll only           no
 *   Broken         yes, backing off                yes
 *   Unavailable    yes, backing off                yes
 *   NotAsked       when the breaker lets through   no request was made
 * </pre>
 */
public sealed interface Fetch {

    /** The provider answered with data, complete and whole. */
    record Observed(Response response) implements Fetch {}

    /** Anything else. */
    sealed interface Failure extends Fetch {
        /** Why, in words fit for a log: shortened, without the key. */
        String reason();
    }

    /** Which of the provider's limits was met. */
    enum Limit {
        BURST,
        MINUTE,
        DAY
    }

    /**
     * The provider wants to be asked less.
     *
     * @param retryAfter least wait before the next request; zero for DAY, whose end the plan decides
     */
    record Throttled(Limit limit, Duration retryAfter, String reason) implements Failure {}

    /** The provider does not know the symbol. */
    record UnknownSymbol(String reason) implements Failure {}

    /** The key is bad, or the plan does not include the data. */
    record Denied(String reason) implements Failure {}

    /** An answer that is no answer: cut off, no JSON, another shape, another symbol. Nothing of it is used. */
    record Broken(String reason) implements Failure {}

    /** No answer in time, no connection, or a server error. */
    record Unavailable(String reason) implements Failure {}

    /** The breaker is open: the provider was left alone. */
    record NotAsked(String reason) implements Failure {}
}
