package dev.marketlake.stream.judge;

import dev.marketlake.calendar.TradingDay;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.observation.Micros;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Raised where a symbol has had no new bar for longer than a while of its regular session, by the wall clock. It says that a feed is
 * silent, not what the market did, so it is no function of the raw events: replays and the laws of order leave it out.
 *
 * @param after wall-clock time without a new bar, above zero
 */
public record StaleFeed(Terms terms, Duration after) implements AlertRule {
    public StaleFeed {
        if (!after.isPositive()) {
            throw new InvalidConfig("after " + after + " is not above zero");
        }
    }

    @Override
    public AlertKind kind() {
        return AlertKind.STALE_FEED;
    }

    /**
     * Judges the silence since the newest bar.
     *
     * @param since wall clock when that came or watching began, microseconds since the epoch, as all times here
     * @param raisedAt wall clock when the rule was last raised; empty before
     * @param today sessions of the wall clock's date; empty where the exchange is closed
     * @param now wall clock
     */
    public Optional<Finding> judge(long since, Optional<Long> raisedAt, Optional<TradingDay> today, long now) {
        if (today.isEmpty()
                || raisedAt.filter(at -> now - at < micros(terms.cooldown())).isPresent()) {
            return Optional.empty();
        }
        long open = Micros.of(today.get().regularOpen());
        long close = Micros.of(today.get().regularClose());
        long silent = now - Math.max(since, open);
        if (now < open || now >= close || silent <= micros(after)) {
            return Optional.empty();
        }
        return Optional.of(finding(silent, now));
    }

    private Finding finding(long silent, long now) {
        double seconds = (double) silent / Micros.PER_SECOND;
        double threshold = (double) after.toMillis() / 1_000;
        String statement = String.format(
                Locale.ROOT,
                "no newer %s bar has come for %,.0f seconds of the regular session (threshold %,.0f)",
                terms.interval(),
                seconds,
                threshold);
        return new Finding(seconds, threshold, statement, Map.of("silent_seconds", seconds), List.of(), List.of(), now);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
