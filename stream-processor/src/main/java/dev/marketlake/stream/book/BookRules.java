package dev.marketlake.stream.book;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.screen.MedianScreen;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a book goes by.
 *
 * @param depths how far back bars of an interval are kept and corrected
 * @param sources whose word stands where several speak of one bar
 * @param rollUps intervals that regular minutes are rolled up to
 * @param grace what must pass after a bar's end before it counts as complete
 * @param alerts the rules in force, which may be others at the next flush
 */
public record BookRules(
        Watchlist watchlist,
        Function<Interval, Depth> depths,
        Set<Interval> rollUps,
        Duration grace,
        MedianScreen median,
        SourcePriority sources,
        Supplier<AlertRules> alerts) {}
