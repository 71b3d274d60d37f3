package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.judge.FundamentalsView.Known;
import dev.marketlake.stream.observation.Micros;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Raised where the price-earnings ratio that was known at the end of a bar is high or low: once a trade date, unless it comes back and
 * returns. A bar before the first observation, or with one that has no ratio, neither raises nor arms.
 *
 * @param above raised at or above this ratio; null to look at low ones alone
 * @param below raised at or below this ratio; null to look at high ones alone
 */
public record PeRatio(
        Terms terms, @Nullable Double above, @Nullable Double below) implements BarRule {
    public PeRatio {
        if (above == null && below == null) {
            throw new InvalidConfig("set above, below or both");
        }
        if (above != null) {
            Range.ABOVE_ZERO.require("above", above);
        }
        if (below != null) {
            Range.ABOVE_ZERO.require("below", below);
        }
        if (above != null && below != null && below >= above) {
            throw new InvalidConfig("below " + below + " is not less than above " + above);
        }
    }

    @Override
    public AlertKind kind() {
        return AlertKind.PE_RATIO;
    }

    @Override
    public Verdict judge(Watch watch, Moment moment) {
        Optional<Known> known = moment.fundamentals().asOf(moment.symbol(), moment.end());
        Double ratio = known.map(Known::peRatio).orElse(null);
        if (known.isEmpty() || ratio == null) {
            return new Verdict.Quiet(watch);
        }
        Level high = above == null ? Level.BETWEEN : terms.above(ratio, above);
        Level low = below == null ? Level.BETWEEN : terms.below(ratio, below);
        return terms.decide(
                watch, moment.openTime(), high, low, side -> finding(side, ratio, known.get(), moment.close()));
    }

    private Finding finding(Side side, double ratio, Known known, double close) {
        Double reached = side == Side.UP ? above : below;
        double threshold = reached == null ? 0 : reached;
        String statement = String.format(
                Locale.ROOT,
                "price-earnings ratio %.2f, known since %s, is at or %s %.2f",
                ratio,
                Micros.instant(known.observedAt()),
                side == Side.UP ? "above" : "below",
                threshold);
        Map<String, Double> evidence = Map.of("close", close, "pe_ratio", ratio);
        return new Finding(
                ratio, threshold, statement, evidence, List.of(), List.of(known.origin()), known.observedAt());
    }
}
