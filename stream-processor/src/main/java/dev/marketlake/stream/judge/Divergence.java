package dev.marketlake.stream.judge;

import dev.marketlake.stream.judge.Rivals.Said;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Prices;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Raised where another source says something else of a bar than the one that was chosen: where an open, high, low or close differs by a
 * percentage. Of several sources the one that differs most counts. Volumes are not compared: each feed sees its own share of the trades.
 *
 * @param percent raised at or above this difference, in percent of the chosen price, above 0
 */
public record Divergence(Terms terms, double percent) implements BarRule {
    public Divergence {
        Range.ABOVE_ZERO.require("percent", percent);
    }

    /**
     * How far two contents of a bar lie apart.
     *
     * @param price which of the four prices differs most: open, high, low or close
     * @param canonical that price of the source that was chosen, in units of 1e-8
     * @param other that price of the other
     */
    public record Difference(String price, long canonical, long other) {
        /** Without sign, in percent of the chosen price. */
        public double percent() {
            return 100.0 * Math.abs(other - canonical) / canonical;
        }
    }

    /** The widest difference of two contents of a bar; the first of open, high, low and close where several are as wide. */
    public static Difference difference(BarContent canonical, BarContent other) {
        Difference widest = new Difference("open", canonical.open(), other.open());
        widest = wider(widest, new Difference("high", canonical.high(), other.high()));
        widest = wider(widest, new Difference("low", canonical.low(), other.low()));
        return wider(widest, new Difference("close", canonical.close(), other.close()));
    }

    private static Difference wider(Difference one, Difference other) {
        return other.percent() > one.percent() ? other : one;
    }

    @Override
    public AlertKind kind() {
        return AlertKind.DIVERGENCE;
    }

    @Override
    public Verdict judge(Watch watch, Moment moment) {
        return judge(
                watch,
                moment.openTime(),
                moment.content(moment.openTime()),
                moment.rivals().of(moment.openTime()));
    }

    /** Judges what others say of a bar, in the order of their priority. Where nobody says anything it neither raises nor arms. */
    public Verdict judge(Watch watch, long openTime, BarContent canonical, List<Said> others) {
        Optional<Said> farthest = others.stream()
                .reduce((one, other) -> percent(canonical, other) > percent(canonical, one) ? other : one);
        if (farthest.isEmpty()) {
            return new Verdict.Quiet(watch);
        }
        Difference difference = difference(canonical, farthest.get().content());
        Level level = terms.above(difference.percent(), percent);
        return terms.decide(watch, openTime, level, side -> finding(difference, farthest.get()));
    }

    private static double percent(BarContent canonical, Said other) {
        return difference(canonical, other.content()).percent();
    }

    private Finding finding(Difference difference, Said other) {
        double found = difference.percent();
        String statement = String.format(
                Locale.ROOT,
                "%s has a %s of %s, %.2f %% away from the %s chosen (threshold %.2f %%)",
                other.source(),
                difference.price(),
                plain(difference.other()),
                found,
                plain(difference.canonical()),
                percent);
        Map<String, Double> evidence = Map.of(
                difference.price(),
                Prices.asDouble(difference.canonical()),
                "other_" + difference.price(),
                Prices.asDouble(difference.other()),
                "difference_percent",
                found);
        return new Finding(found, percent, statement, evidence, List.of(), List.of(other.origin()), other.observedAt());
    }

    private static String plain(long price) {
        return Prices.decimal(price).stripTrailingZeros().toPlainString();
    }
}
