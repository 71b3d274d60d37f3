package dev.marketlake.ingest.poll;

import dev.marketlake.ingest.fetch.ProviderSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * What endless polling asks of a provider's day against what the plan allows.
 *
 * @param symbols polled in each round
 * @param interval between the starts of rounds
 * @param allowed requests a day; 0 for no limit
 */
record DayPlan(int symbols, Duration interval, int allowed) {
    private static final Duration DAY = Duration.ofDays(1);

    static DayPlan of(ProviderSettings settings, int symbols) {
        return new DayPlan(symbols, settings.pollInterval(), settings.requestsPerDay());
    }

    /** What to tell whose plan will not last the day, with figures and remedy; empty where it does. */
    Optional<String> warning() {
        double wanted = symbols * (double) DAY.toMillis() / interval.toMillis();
        if (allowed == 0 || wanted <= allowed) {
            return Optional.empty();
        }
        Duration lasts = interval.multipliedBy(allowed).dividedBy(symbols);
        Duration lasting = Duration.ofMinutes(
                Math.ceilDiv(DAY.multipliedBy(symbols).dividedBy(allowed).toSeconds(), 60));
        return Optional.of(String.format(
                java.util.Locale.ROOT,
                "%d symbols every %s are %.0f requests a day, the plan has %d: they are spent after about %s, and polling rests until the"
                        + " plan's next day; set poll-interval to %s or more, poll fewer symbols, or correct requests-per-day",
                symbols,
                interval,
                wanted,
                allowed,
                lasts,
                lasting));
    }
}
