package dev.marketlake.proofs.bench;

import java.time.Duration;

/**
 * What a latency bench is to do.
 *
 * @param rate raw events a second
 * @param window seconds that are measured
 * @param symbols they are spread over
 */
public record LatencyPlan(int rate, int window, int symbols) {
    /** How long the bench waits for the stream processor to come back, and each time to catch up. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As often as it waits so long while it publishes, at most. */
    private static final int WAITS = 6;

    private static final int MOST_RATE = 200_000;
    private static final int FEWEST_ALERTS = 10;
    private static final int MOST_MINUTES = 400_000;
    /** For the compilers of the stream processor's JVM. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    /** @throws IllegalArgumentException in words for the user */
    public LatencyPlan {
        require(symbols >= 1 && symbols <= BenchSymbols.MOST, "--symbols " + symbols, "use 1 to " + BenchSymbols.MOST);
        require(rate >= 1 && rate <= MOST_RATE, "--rate " + rate, "use 1 to " + MOST_RATE);
        require(window >= 1, "--seconds " + window, "use 1 or more");
        require(
                (long) rate * window >= FEWEST_ALERTS * (long) SteadyLoad.BARS_PER_SPIKE,
                "--rate " + rate + " --seconds " + window,
                "an alert comes every " + SteadyLoad.BARS_PER_SPIKE + " events, and fewer than " + FEWEST_ALERTS
                        + " tell nothing");
        require(
                minutes(rate, window, symbols) <= MOST_MINUTES,
                "--rate " + rate + " --seconds " + window + " --symbols " + symbols,
                "each symbol would run through more than " + MOST_MINUTES + " minutes: give more symbols");
    }

    private static void require(boolean holds, String given, String remedy) {
        if (!holds) {
            throw new IllegalArgumentException(given + " cannot be used: " + remedy);
        }
    }

    /** Published at least before the window: until every symbol can raise an alert, and {@link #WARM_UP} long. */
    long warmUpEvents() {
        return warmUpEvents(rate, symbols);
    }

    private static long warmUpEvents(int rate, int symbols) {
        return Math.max(WARM_UP.toSeconds() * rate, (SteadyLoad.BARS_BEFORE + 1L) * symbols);
    }

    /** Minutes of trading that are enough for all that may be published. */
    int minutes() {
        return (int) minutes(rate, window, symbols);
    }

    private static long minutes(long rate, long window, int symbols) {
        long besides = WAITS * PATIENCE.toSeconds();
        return (warmUpEvents((int) rate, symbols) + (window + besides) * rate) / symbols + 1;
    }
}
