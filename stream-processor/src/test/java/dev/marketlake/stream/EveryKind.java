package dev.marketlake.stream;

import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.AlertKind;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import dev.marketlake.stream.judge.AverageCross;
import dev.marketlake.stream.judge.Direction;
import dev.marketlake.stream.judge.Divergence;
import dev.marketlake.stream.judge.PeRatio;
import dev.marketlake.stream.judge.PriceMove;
import dev.marketlake.stream.judge.PriceMove.Since;
import dev.marketlake.stream.judge.Terms;
import dev.marketlake.stream.judge.Volatility;
import dev.marketlake.stream.judge.VolumeSpike;
import dev.marketlake.stream.measure.Average;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of every kind that is a function of the bars, with thresholds that the {@link Soup} reaches. */
public final class EveryKind {
    /** In force for every symbol. */
    public static final AlertRules RULES = AlertRules.of(
            "every-kind",
            new VolumeSpike(terms("spike", Interval.M1, 0.25, 0), 4.0, null),
            new PriceMove(terms("move", Interval.M1, 0.25, 3), Duration.ofMinutes(5), null, 1.0, Direction.ANY),
            new PriceMove(terms("since-open", Interval.M1, 0.5, 0), null, Since.SESSION_OPEN, 1.0, Direction.DOWN),
            new PriceMove(terms("gap", Interval.M5, 0, 10), null, Since.PREVIOUS_CLOSE, 0.5, Direction.ANY),
            new PriceMove(terms("jump", Interval.M1, 0, 0), null, Since.PREVIOUS_BAR, 1.0, Direction.UP),
            new Volatility(terms("volatile", Interval.M1, 0.1, 5), Duration.ofMinutes(15), 1.5),
            cross("close-sma", Average.CLOSE, Average.SMA_20, Direction.ANY, 0.001),
            cross("ema-ema", Average.EMA_12, Average.EMA_26, Direction.UP, 0),
            cross("sma-sma", Average.SMA_20, Average.SMA_50, Direction.DOWN, 0),
            cross("vwap-ma", Average.VWAP, Average.MA_1H, Direction.ANY, 0),
            new PeRatio(terms("pe", Interval.M1, 0.1, 0), 40.0, 10.0),
            new Divergence(terms("divergence", Interval.M1, 0.5, 2), 0.5));

    /** Names of the kinds that need nothing but bars, of several sources. */
    public static final Set<String> OF_BARS_ALONE =
            Set.of("VOLUME_SPIKE", "PRICE_MOVE", "VOLATILITY", "AVERAGE_CROSS", "DIVERGENCE");

    /** Names of all kinds that are a function of the bars and of what is known besides. */
    public static final Set<String> PURE = Arrays.stream(AlertKind.values())
            .filter(AlertKind::isOfBars)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private EveryKind() {}

    /** Names of the rules. */
    public static List<String> names() {
        return RULES.rules().stream().map(scoped -> scoped.rule().name()).toList();
    }

    private static AlertRule cross(String name, Average fast, Average slow, Direction direction, double hysteresis) {
        return new AverageCross(terms(name, Interval.M1, hysteresis, 2), fast, slow, direction);
    }

    private static Terms terms(String name, Interval interval, double hysteresis, int cooldownMinutes) {
        return new Terms(name, interval, AlertSeverity.WARNING, hysteresis, Duration.ofMinutes(cooldownMinutes));
    }
}
