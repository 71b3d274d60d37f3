package dev.marketlake.stream.book;

import dev.marketlake.stream.judge.FundamentalsView;
import dev.marketlake.stream.series.BarSeriesStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Books by whose clock each flush of a symbol takes its time. Nothing is known of companies. */
public final class SlowBooks {
    private SlowBooks() {}

    /** Takes up what the store holds. */
    public static BarBook of(BookRules rules, BarSeriesStore store, Duration perFlush) {
        var clock = new AtomicLong();
        return new BarBook(
                rules,
                store,
                new Alerting(rules.alerts(), FundamentalsView.NONE, OtherSources::new),
                SplitsView.NONE,
                () -> clock.addAndGet(perFlush.toNanos()));
    }
}
