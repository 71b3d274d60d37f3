package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.measure.Readings;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Raised where the annualised volatility of a window reaches a threshold.
 *
 * @param window the last 15 minutes or the last hour, by open time
 * @param threshold raised at or above this volatility, as a share of the price in a year: 0.8 is 80 %
 */
public record Volatility(Terms terms, Duration window, double threshold) implements BarRule {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    public Volatility {
        if (!window.equals(QUARTER) && !window.equals(HOUR)) {
            throw new InvalidConfig("window " + window + " has no volatility: use PT15M or PT1H");
        }
        Range.ABOVE_ZERO.require("threshold", threshold);
        if (terms.interval().length().multipliedBy(3).compareTo(window) > 0) {
            throw new InvalidConfig("window " + window + " never holds the 3 bars of " + terms.interval()
                    + " that a volatility needs: use a shorter interval" + (isQuarter(window) ? " or PT1H" : ""));
        }
    }

    @Override
    public AlertKind kind() {
        return AlertKind.VOLATILITY;
    }

    @Override
    public Verdict judge(Watch watch, Moment moment) {
        Double reading = annualized(moment.readings());
        Level level = reading == null ? Level.BETWEEN : terms.above(reading, threshold);
        return terms.decide(watch, moment.openTime(), level, side -> finding(reading == null ? 0 : reading, moment));
    }

    private @Nullable Double annualized(Readings readings) {
        return isQuarter(window) ? readings.volatility15mAnnualized() : readings.volatility1hAnnualized();
    }

    private Finding finding(double reading, Moment moment) {
        String name = isQuarter(window) ? "volatility_15m" : "volatility_1h";
        Readings readings = moment.readings();
        Double perBar = isQuarter(window) ? readings.volatility15m() : readings.volatility1h();
        String statement = String.format(
                Locale.ROOT,
                "volatility of the last %d minutes is %.1f %% a year (threshold %.1f %%)",
                window.toMinutes(),
                100 * reading,
                100 * threshold);
        Map<String, Double> evidence =
                Map.of("close", moment.close(), name, perBar == null ? 0 : perBar, name + "_annualized", reading);
        return Finding.of(reading, threshold, statement, evidence, moment.back().within(window));
    }

    private static boolean isQuarter(Duration window) {
        return window.equals(QUARTER);
    }
}
