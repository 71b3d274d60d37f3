package dev.marketlake.stream.judge;

/**
 * A rule that judges complete valid bars, one after the other through a trade date. What it says is a function of the bars up to this one
 * and of what was known at its end, so that it says the same however and whenever they came.
 */
public sealed interface BarRule extends AlertRule
        permits VolumeSpike, PriceMove, Volatility, AverageCross, PeRatio, Divergence {
    /** Judges the bar of {@code moment} after the bar of that date that left {@code watch}; {@link Watch#START} before the first. */
    Verdict judge(Watch watch, Moment moment);
}
