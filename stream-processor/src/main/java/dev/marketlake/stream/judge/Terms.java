package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.Verdict.Quiet;
import dev.marketlake.stream.judge.Verdict.Raise;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What rules of every kind say.
 *
 * @param name part of the alert's id: lower-case letters, digits and hyphens
 * @param interval bars it judges, an intraday one
 * @param hysteresis share of a threshold that the reading must fall back behind it before the rule arms again, 0 to below 1
 * @param cooldown event time from one alert to the next of the same rule and symbol
 */
public record Terms(String name, Interval interval, AlertSeverity severity, double hysteresis, Duration cooldown) {
    /** What a hysteresis may be. */
    public static final Range HYSTERESIS = Range.fromToBelow(0, 1);

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    public Terms {
        if (!isName(name)) {
            throw new InvalidConfig("name '" + name + "': a name is 1 to 60 lower-case letters, digits and hyphens");
        }
        if (!interval.isIntraday()) {
            throw new InvalidConfig("interval " + interval + " has no readings: use 1m 5m 15m 30m 1h");
        }
        HYSTERESIS.require("hysteresis", hysteresis);
        if (cooldown.isNegative()) {
            throw new InvalidConfig("cooldown " + cooldown + " is negative");
        }
    }

    /** Whether {@code text} can name a rule. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Where a reading stands that is reached from below. */
    Level above(double reading, double threshold) {
        return Level.above(reading, threshold, hysteresis);
    }

    /** Where a reading stands that is reached from above. */
    Level below(double reading, double threshold) {
        return Level.below(reading, threshold, hysteresis);
    }

    /** The verdict of a rule with one threshold. */
    Verdict decide(Watch before, long openTime, Level level, Function<Side, Finding> finding) {
        return decide(before, openTime, level, Level.BETWEEN, finding);
    }

    /**
     * The verdict of a rule with a threshold on either side. One reached while cooling down is raised when that is over, where it still holds.
     *
     * @param finding of the side that is raised
     */
    Verdict decide(Watch before, long openTime, Level up, Level down, Function<Side, Finding> finding) {
        Watch now = before.armed(up == Level.BACK, down == Level.BACK);
        if (now.isCoolingDown(openTime, cooldown)) {
            return new Quiet(now);
        }
        if (now.up() && up == Level.REACHED) {
            return new Raise(now.raised(Side.UP, openTime), finding.apply(Side.UP));
        }
        if (now.down() && down == Level.REACHED) {
            return new Raise(now.raised(Side.DOWN, openTime), finding.apply(Side.DOWN));
        }
        return new Quiet(now);
    }
}
