package dev.marketlake.stream.judge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Interval;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One rule of config/alerts.yml.
 *
 * @param name part of the alert's id: lower-case letters, digits and hyphens
 * @param interval bars it judges
 * @param ratio raised at or above this volume_ratio_20; null to judge by the z-score alone
 * @param zscore raised at or above this volume_zscore_20; null to judge by the ratio alone
 * @param hysteresis share of a threshold that the reading must fall below it before the rule arms again, 0 to below 1
 * @param cooldown event time from one alert to the next of the same rule and symbol
 */
public record AlertRule(
        String name,
        AlertKind kind,
        Interval interval,
        @Nullable Double ratio,
        @Nullable Double zscore,
        AlertSeverity severity,
        double hysteresis,
        Duration cooldown) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    public AlertRule {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidConfig("rule '" + name + "': a name is 1 to 60 lower-case letters, digits and hyphens");
        }
        if (ratio == null && zscore == null) {
            throw new InvalidConfig("rule '" + name + "': set ratio, zscore or both");
        }
        positive(name, "ratio", ratio);
        positive(name, "zscore", zscore);
        if (!(hysteresis >= 0 && hysteresis < 1)) {
            throw new InvalidConfig("rule '" + name + "': hysteresis " + hysteresis + " is not from 0 to below 1");
        }
        if (cooldown.isNegative()) {
            throw new InvalidConfig("rule '" + name + "': cooldown " + cooldown + " is negative");
        }
        if (!interval.isIntraday()) {
            throw new InvalidConfig(
                    "rule '" + name + "': interval " + interval + " has no readings: use 1m 5m 15m 30m 1h");
        }
    }

    /** As the file spells it; hysteresis and cooldown may be left out and are 0 then. */
    @JsonCreator
    static AlertRule read(
            @Nullable @JsonProperty("name") String name,
            @Nullable @JsonProperty("kind") String kind,
            @Nullable @JsonProperty("interval") String interval,
            @Nullable @JsonProperty("ratio") Double ratio,
            @Nullable @JsonProperty("zscore") Double zscore,
            @Nullable @JsonProperty("severity") String severity,
            @Nullable @JsonProperty("hysteresis") Double hysteresis,
            @Nullable @JsonProperty("cooldown") String cooldown) {
        if (name == null) {
            throw new InvalidConfig("a rule has no name");
        }
        return new AlertRule(
                name,
                oneOf(name, "kind", AlertKind.class, kind),
                interval(name, interval),
                ratio,
                zscore,
                oneOf(name, "severity", AlertSeverity.class, severity),
                hysteresis == null ? 0 : hysteresis,
                cooldown == null ? Duration.ZERO : duration(name, cooldown));
    }

    private static void positive(String rule, String field, @Nullable Double value) {
        if (value != null && !(value > 0 && Double.isFinite(value))) {
            throw new InvalidConfig("rule '" + rule + "': " + field + " " + value + " is not above 0");
        }
    }

    private static Interval interval(String rule, @Nullable String label) {
        try {
            return Interval.of(String.valueOf(label));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfig("rule '" + rule + "': " + e.getMessage(), e);
        }
    }

    private static Duration duration(String rule, String text) {
        try {
            return Duration.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new InvalidConfig("rule '" + rule + "': cooldown '" + text + "' is not a duration such as PT5M", e);
        }
    }

    private static <E extends Enum<E>> E oneOf(String rule, String field, Class<E> type, @Nullable String text) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new InvalidConfig("rule '" + rule + "': " + field + " '" + text + "' is not one of "
                + String.join(
                        " ",
                        java.util.Arrays.stream(type.getEnumConstants())
                                .map(Enum::name)
                                .toList()));
    }
}
