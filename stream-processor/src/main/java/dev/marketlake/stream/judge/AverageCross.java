package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.judge.Verdict.Quiet;
import dev.marketlake.stream.judge.Verdict.Raise;
import dev.marketlake.stream.measure.Average;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Raised on the bar on which one average goes from one side of another to the other. The first bar of a trade date is compared with the
 * bar before it. Of two that are equal none has crossed yet. A crossing while cooling down is passed over: a later bar has not crossed.
 *
 * @param fast the average that crosses
 * @param slow the one that is crossed; the hysteresis is a share of it
 */
public record AverageCross(Terms terms, Average fast, Average slow, Direction direction) implements BarRule {
    public AverageCross {
        if (fast == slow) {
            throw new InvalidConfig("fast and slow are both " + fast.label() + ": name two averages");
        }
    }

    @Override
    public AlertKind kind() {
        return AlertKind.AVERAGE_CROSS;
    }

    @Override
    public Verdict judge(Watch watch, Moment moment) {
        Double fastNow = fast.of(moment.readings(), moment.back());
        Double slowNow = slow.of(moment.readings(), moment.back());
        if (fastNow == null || slowNow == null) {
            return new Quiet(watch);
        }
        Optional<Watch> before = watch.equals(Watch.START) ? before(moment) : Optional.of(watch);
        if (before.isEmpty()) {
            return new Quiet(notBeyond(fastNow, slowNow));
        }
        Level up = level(Side.UP, fastNow > slowNow, fastNow < slowNow * (1 - terms.hysteresis()));
        Level down = level(Side.DOWN, fastNow < slowNow, fastNow > slowNow * (1 + terms.hysteresis()));
        Verdict verdict = terms.decide(
                before.get(), moment.openTime(), up, down, side -> finding(side, fastNow, slowNow, moment));
        Watch after = verdict.watch().disarmed(up == Level.REACHED, down == Level.REACHED);
        return switch (verdict) {
            case Raise raise -> new Raise(after, raise.finding());
            case Quiet quiet -> new Quiet(after);
        };
    }

    private Level level(Side side, boolean crossed, boolean back) {
        return direction.looks(side) ? Level.of(crossed, back) : Level.BETWEEN;
    }

    /** Where the bar before left it, which the watch of this date has not seen; empty where its averages are not known. */
    private Optional<Watch> before(Moment moment) {
        Double fastBefore = moment.back().previous(fast);
        Double slowBefore = moment.back().previous(slow);
        return fastBefore == null || slowBefore == null
                ? Optional.empty()
                : Optional.of(notBeyond(fastBefore, slowBefore));
    }

    /** May raise on the sides that the fast average is not on; of two equal ones on both, which is the start again. */
    private Watch notBeyond(double fastThen, double slowThen) {
        boolean up = direction.looks(Side.UP) && fastThen <= slowThen;
        boolean down = direction.looks(Side.DOWN) && fastThen >= slowThen;
        return new Watch(up, down, Watch.NOT_YET);
    }

    private Finding finding(Side side, double fastNow, double slowNow, Moment moment) {
        String statement = String.format(
                Locale.ROOT,
                "%s %.4f has crossed %s %s %.4f",
                fast.label(),
                fastNow,
                side == Side.UP ? "above" : "below",
                slow.label(),
                slowNow);
        Map<String, Double> evidence = Map.of(fast.label(), fastNow, slow.label(), slowNow);
        List<Long> byFast = moment.back().behind(fast);
        List<Long> bySlow = moment.back().behind(slow);
        return Finding.of(fastNow, slowNow, statement, evidence, byFast.size() > bySlow.size() ? byFast : bySlow);
    }
}
