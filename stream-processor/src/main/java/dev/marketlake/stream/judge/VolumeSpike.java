package dev.marketlake.stream.judge;

import dev.marketlake.stream.judge.Verdict.Quiet;
import dev.marketlake.stream.judge.Verdict.Raise;
import dev.marketlake.stream.measure.Readings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Raised where volume_ratio_20 and volume_zscore_20 both reach their thresholds, or the one that is configured does. A reading that is
 * not ready neither raises nor arms.
 */
public final class VolumeSpike {
    private VolumeSpike() {}

    /**
     * Judges one bar after the one that left {@code watch}.
     *
     * @param openTime of the bar, microseconds since the epoch
     */
    public static Verdict judge(AlertRule rule, Watch watch, long openTime, Readings readings) {
        Double ratio = readings.volumeRatio20();
        Double zscore = readings.volumeZscore20();
        Watch now = watch.armed() || !fallen(rule, ratio, zscore) ? watch : watch.rearmed();
        boolean reached = reached(rule.ratio(), ratio) && reached(rule.zscore(), zscore);
        if (!now.armed() || !reached || coolingDown(rule, now, openTime)) {
            return new Quiet(now);
        }
        Watch raised = now.raised(openTime);
        if (rule.ratio() != null && ratio != null) {
            return new Raise(raised, ratio, rule.ratio());
        }
        return zscore != null && rule.zscore() != null ? new Raise(raised, zscore, rule.zscore()) : new Quiet(now);
    }

    private static boolean reached(@Nullable Double threshold, @Nullable Double reading) {
        return threshold == null || (reading != null && reading >= threshold);
    }

    private static boolean fallen(AlertRule rule, @Nullable Double ratio, @Nullable Double zscore) {
        return below(rule.ratio(), ratio, rule.hysteresis()) || below(rule.zscore(), zscore, rule.hysteresis());
    }

    private static boolean below(@Nullable Double threshold, @Nullable Double reading, double hysteresis) {
        return threshold != null && reading != null && reading < threshold * (1 - hysteresis);
    }

    private static boolean coolingDown(AlertRule rule, Watch watch, long openTime) {
        return watch.raisedAt() != Watch.NOT_YET
                && Duration.of(openTime - watch.raisedAt(), ChronoUnit.MICROS).compareTo(rule.cooldown()) < 0;
    }
}
