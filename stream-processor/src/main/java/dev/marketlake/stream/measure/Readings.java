package dev.marketlake.stream.measure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All readings of one bar, null while warming up. Names and units are those of gold.indicators.
 *
 * @param inputs bars from the oldest that any reading here uses up to this one
 * @param observedAt latest first observation of those bars, microseconds since the epoch, UTC
 */
public record Readings(
        @Nullable Double ma15m,
        @Nullable Double ma1h,
        @Nullable Double volatility15m,
        @Nullable Double volatility1h,
        @Nullable Double volatility15mAnnualized,
        @Nullable Double volatility1hAnnualized,
        @Nullable Double sma20,
        @Nullable Double sma50,
        @Nullable Double ema12,
        @Nullable Double ema26,
        @Nullable Double macd,
        @Nullable Double macdSignal,
        @Nullable Double macdHistogram,
        @Nullable Double rsi14,
        @Nullable Double bbMiddle,
        @Nullable Double bbUpper,
        @Nullable Double bbLower,
        @Nullable Double vwap,
        @Nullable Double volumeRatio20,
        @Nullable Double volumeZscore20,
        int inputs,
        long observedAt) {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LONG_AVERAGE = 50;

    /** The readings of the bar that {@code anchored} has reached. */
    public static Readings of(AnchoredRun anchored, Annualization year) {
        Run run = anchored.run();
        int at = anchored.reached();
        int anchor = anchored.anchor();
        int quarter = TimeWindow.start(run, at, anchor, QUARTER);
        int hour = TimeWindow.start(run, at, anchor, HOUR);
        Double volatility15m = Volatility.ofWindow(run, quarter, at);
        Double volatility1h = Volatility.ofWindow(run, hour, at);
        VolumeAgainstMean volume = VolumeAgainstMean.at(run, at, anchor);
        BollingerBands bands = BollingerBands.at(run, at, anchor);
        int oldest = oldest(anchored, hour);
        return new Readings(
                MovingAverage.ofWindow(run, quarter, at),
                MovingAverage.ofWindow(run, hour, at),
                volatility15m,
                volatility1h,
                year.of(volatility15m),
                year.of(volatility1h),
                bands.middle(),
                MovingAverage.ofLast(run, at, anchor, LONG_AVERAGE),
                anchored.ema12(),
                anchored.ema26(),
                anchored.macd().line(),
                anchored.macd().signal(),
                anchored.macd().histogram(),
                anchored.rsi14(),
                bands.middle(),
                bands.upper(),
                bands.lower(),
                anchored.vwap(),
                volume.ratio(),
                volume.zscore(),
                at - oldest + 1,
                oldest == anchor ? anchored.observedAt() : latest(run, oldest, at));
    }

    /** The averages run from the anchor, so where one is there it is the oldest input; else the session's first bar or the hour's is. */
    private static int oldest(AnchoredRun anchored, int hour) {
        if (anchored.ema12() != null) {
            return anchored.anchor();
        }
        return anchored.vwap() == null ? hour : Math.min(hour, anchored.session());
    }

    private static long latest(Run run, int from, int to) {
        long latest = run.observedAt(to);
        for (int i = from; i < to; i++) {
            latest = Math.max(latest, run.observedAt(i));
        }
        return latest;
    }
}
