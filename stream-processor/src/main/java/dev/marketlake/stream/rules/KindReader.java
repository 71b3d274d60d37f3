package dev.marketlake.stream.rules;

import dev.marketlake.config.Fields;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.AlertKind;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.AlertSeverity;
import dev.marketlake.stream.judge.AverageCross;
import dev.marketlake.stream.judge.Direction;
import dev.marketlake.stream.judge.Divergence;
import dev.marketlake.stream.judge.PeRatio;
import dev.marketlake.stream.judge.PriceMove;
import dev.marketlake.stream.judge.PriceMove.Since;
import dev.marketlake.stream.judge.Range;
import dev.marketlake.stream.judge.StaleFeed;
import dev.marketlake.stream.judge.Terms;
import dev.marketlake.stream.judge.Volatility;
import dev.marketlake.stream.judge.VolumeSpike;
import dev.marketlake.stream.measure.Average;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of each kind of rule, and what is made of them. */
final class KindReader {
    private static final String HYSTERESIS = "hysteresis";
    private static final Map<String, AlertSeverity> SEVERITIES = Choices.of(AlertSeverity.class);
    private static final Map<String, Direction> DIRECTIONS = Choices.of(Direction.class);
    private static final Map<String, Since> SINCE = Choices.of(Since.class);

    private KindReader() {}

    /** The keys beyond those of every kind. */
    static List<String> keys(AlertKind kind) {
        return switch (kind) {
            case VOLUME_SPIKE -> List.of(HYSTERESIS, "ratio", "zscore");
            case PRICE_MOVE -> List.of(HYSTERESIS, "window", "since", "percent", "direction");
            case VOLATILITY -> List.of(HYSTERESIS, "window", "threshold");
            case AVERAGE_CROSS -> List.of(HYSTERESIS, "fast", "slow", "direction");
            case PE_RATIO -> List.of(HYSTERESIS, "above", "below");
            case DIVERGENCE -> List.of(HYSTERESIS, "percent");
            case STALE_FEED -> List.of("after");
        };
    }

    /** The rule; empty where a value is wrong or they do not go together, which is noted. */
    static Optional<AlertRule> read(AlertKind kind, Fields fields) {
        Optional<Terms> terms = terms(fields);
        return switch (kind) {
            case VOLUME_SPIKE -> volumeSpike(terms, fields);
            case PRICE_MOVE -> priceMove(terms, fields);
            case VOLATILITY -> volatility(terms, fields);
            case AVERAGE_CROSS -> averageCross(terms, fields);
            case PE_RATIO -> peRatio(terms, fields);
            case DIVERGENCE -> divergence(terms, fields);
            case STALE_FEED -> staleFeed(terms, fields);
        };
    }

    private static Optional<Terms> terms(Fields fields) {
        String name = fields.text("name", "give the rule a name of its own");
        if (name != null && !Terms.isName(name)) {
            fields.wrong("name", "'" + name + "': a name is 1 to 60 lower-case letters, digits and hyphens");
        }
        Interval interval = fields.oneOf("interval", Choices.INTERVALS);
        AlertSeverity severity = fields.oneOf("severity", SEVERITIES);
        double hysteresis = fields.has(HYSTERESIS) ? fields.number(HYSTERESIS, Terms.HYSTERESIS) : 0;
        Duration cooldown = fields.has("cooldown") ? fields.duration("cooldown") : Duration.ZERO;
        return fields.made(() -> new Terms(String.valueOf(name), interval, severity, hysteresis, cooldown));
    }

    private static Optional<AlertRule> volumeSpike(Optional<Terms> terms, Fields fields) {
        Double ratio = fields.numberIfAny("ratio", Range.ABOVE_ZERO);
        Double zscore = fields.numberIfAny("zscore", Range.ABOVE_ZERO);
        return terms.flatMap(common -> fields.made(() -> new VolumeSpike(common, ratio, zscore)));
    }

    private static Optional<AlertRule> priceMove(Optional<Terms> terms, Fields fields) {
        Duration window = fields.has("window") ? fields.duration("window") : null;
        Since since = fields.has("since") ? fields.oneOf("since", SINCE) : null;
        double percent = fields.number("percent", Range.ABOVE_ZERO);
        Direction direction = direction(fields);
        return terms.flatMap(common -> fields.made(() -> new PriceMove(common, window, since, percent, direction)));
    }

    private static Optional<AlertRule> volatility(Optional<Terms> terms, Fields fields) {
        Duration window = fields.duration("window");
        double threshold = fields.number("threshold", Range.ABOVE_ZERO);
        return terms.flatMap(common -> fields.made(() -> new Volatility(common, window, threshold)));
    }

    private static Optional<AlertRule> averageCross(Optional<Terms> terms, Fields fields) {
        Average fast = fields.oneOf("fast", Choices.AVERAGES);
        Average slow = fields.oneOf("slow", Choices.AVERAGES);
        Direction direction = direction(fields);
        return terms.flatMap(common -> fields.made(() -> new AverageCross(common, fast, slow, direction)));
    }

    private static Optional<AlertRule> peRatio(Optional<Terms> terms, Fields fields) {
        Double above = fields.numberIfAny("above", Range.ABOVE_ZERO);
        Double below = fields.numberIfAny("below", Range.ABOVE_ZERO);
        return terms.flatMap(common -> fields.made(() -> new PeRatio(common, above, below)));
    }

    private static Optional<AlertRule> divergence(Optional<Terms> terms, Fields fields) {
        double percent = fields.number("percent", Range.ABOVE_ZERO);
        return terms.flatMap(common -> fields.made(() -> new Divergence(common, percent)));
    }

    private static Optional<AlertRule> staleFeed(Optional<Terms> terms, Fields fields) {
        Duration after = fields.duration("after");
        return terms.flatMap(common -> fields.made(() -> new StaleFeed(common, after)));
    }

    private static Direction direction(Fields fields) {
        return fields.has("direction") ? fields.oneOf("direction", DIRECTIONS) : Direction.ANY;
    }
}
