package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.measure.Readings;
import dev.marketlake.stream.observation.BarContent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Raised where volume_ratio_20 and volume_zscore_20 both reach their thresholds, or the one that is configured does. A reading that is
 * not ready neither raises nor arms.
 *
 * @param ratio raised at or above this volume_ratio_20; null to judge by the z-score alone
 * @param zscore raised at or above this volume_zscore_20; null to judge by the ratio alone
 */
public record VolumeSpike(
        Terms terms, @Nullable Double ratio, @Nullable Double zscore) implements BarRule {
    private static final int BARS_BEFORE = 20;

    private record Reached(double observed, double threshold, String words) {}

    public VolumeSpike {
        if (ratio == null && zscore == null) {
            throw new InvalidConfig("set ratio, zscore or both");
        }
        if (ratio != null) {
            Range.ABOVE_ZERO.require("ratio", ratio);
        }
        if (zscore != null) {
            Range.ABOVE_ZERO.require("zscore", zscore);
        }
    }

    @Override
    public AlertKind kind() {
        return AlertKind.VOLUME_SPIKE;
    }

    @Override
    public Verdict judge(Watch watch, Moment moment) {
        Readings readings = moment.readings();
        Level level = both(level(ratio, readings.volumeRatio20()), level(zscore, readings.volumeZscore20()));
        return terms.decide(watch, moment.openTime(), level, side -> finding(moment));
    }

    /** A threshold that is not set is always reached. */
    private Level level(@Nullable Double threshold, @Nullable Double reading) {
        if (threshold == null) {
            return Level.REACHED;
        }
        return reading == null ? Level.BETWEEN : terms.above(reading, threshold);
    }

    private static Level both(Level one, Level other) {
        return Level.of(one == Level.REACHED && other == Level.REACHED, one == Level.BACK || other == Level.BACK);
    }

    private Finding finding(Moment moment) {
        BarContent content = moment.content(moment.openTime());
        Double byRatio = moment.readings().volumeRatio20();
        Double byZscore = moment.readings().volumeZscore20();
        Map<String, Double> evidence = new TreeMap<>();
        evidence.put("volume", (double) content.volume());
        if (byRatio != null) {
            evidence.put("volume_ratio_20", byRatio);
            evidence.put("volume_mean_20", content.volume() / byRatio);
        }
        if (byZscore != null) {
            evidence.put("volume_zscore_20", byZscore);
        }
        Reached reached = reached(moment.readings());
        String statement = String.format(
                Locale.ROOT,
                "volume %,d is %.2f %s the mean of the 20 bars before (threshold %.2f)",
                content.volume(),
                reached.observed(),
                reached.words(),
                reached.threshold());
        List<Long> bars = moment.back().last(BARS_BEFORE);
        return Finding.of(reached.observed(), reached.threshold(), statement, evidence, bars);
    }

    /** The ratio where that is judged, else the z-score. */
    private Reached reached(Readings readings) {
        Double byRatio = readings.volumeRatio20();
        if (ratio != null && byRatio != null) {
            return new Reached(byRatio, ratio, "times");
        }
        Double byZscore = readings.volumeZscore20();
        if (zscore != null && byZscore != null) {
            return new Reached(byZscore, zscore, "standard deviations above");
        }
        throw new IllegalStateException("raised by no reading");
    }
}
