package dev.marketlake.stream.book;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.emit.AlertRows;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.BarRule;
import dev.marketlake.stream.judge.FundamentalsView;
import dev.marketlake.stream.judge.Rivals;
import dev.marketlake.stream.judge.StaleFeed;
import dev.marketlake.stream.series.BarSeries;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the series of one task are judged by: the rules it goes by now, and what is known besides bars. Used by one thread. */
final class Alerting {
    private final Supplier<AlertRules> inForce;
    private final FundamentalsView fundamentals;
    private final Function<BarSeries, Rivals> rivals;
    private AlertRules rules;

    /**
     * @param inForce asked at each flush
     * @param rivals what sources that were not chosen say, by the series of the one that was
     */
    Alerting(Supplier<AlertRules> inForce, FundamentalsView fundamentals, Function<BarSeries, Rivals> rivals) {
        this.inForce = inForce;
        this.fundamentals = fundamentals;
        this.rivals = rivals;
        this.rules = inForce.get();
    }

    /** Goes over to the rules in force. @return whether they are others than before */
    boolean changed() {
        AlertRules now = inForce.get();
        boolean others = now != rules;
        rules = now;
        return others;
    }

    Judging judging(BarSeries series, Completeness completeness) {
        var own = rules.of(BarRule.class, series.key().symbol(), series.key().interval());
        return new Judging(series, own, rows(), completeness, fundamentals, rivals.apply(series));
    }

    FeedWatch feedWatch(Symbol symbol, TradingCalendar calendar) {
        return new FeedWatch(calendar, rules.of(StaleFeed.class, symbol), rows());
    }

    private AlertRows rows() {
        return new AlertRows(rules.version());
    }
}
