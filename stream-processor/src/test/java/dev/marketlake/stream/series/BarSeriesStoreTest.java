package dev.marketlake.stream.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.Spike;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.book.BarBook;
import dev.marketlake.stream.book.BookRules;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.stream.screen.MedianScreen;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BarSeriesStoreTest {
    private static final Watchlist WATCHLIST = Watchlist.of("AAPL");
    private static final long CLOCK = 1_800_000_000_000_000L;

    @Test
    void after_a_change_of_depth_no_bar_takes_the_place_of_one_that_is_still_needed() {
        Depth five = new Depth(5, 2);
        Depth ten = new Depth(10, 2);
        LoggedBars bars = new LoggedBars(WATCHLIST, interval -> five);
        List<LocalDate> sessions = List.of(
                LocalDate.parse("2019-04-29"),
                LocalDate.parse("2019-04-30"),
                LocalDate.parse("2019-05-01"),
                LocalDate.parse("2019-05-02"),
                LocalDate.parse("2019-05-03"));
        sessions.forEach(day -> take(bars, five, day));
        bars.commit();
        bars.crash(interval -> ten);

        for (LocalDate day = LocalDate.parse("2019-05-06"); day.isBefore(LocalDate.parse("2019-05-11")); ) {
            take(bars, ten, day);
            day = day.plusDays(1);
            bars.commit();
            bars.crash();
        }

        assertThat(bars.store().bars())
                .as("ten sessions, a minute and a day each")
                .isEqualTo(20);
    }

    private static void take(LoggedBars bars, Depth depth, LocalDate day) {
        BookRules rules = new BookRules(
                WATCHLIST,
                interval -> depth,
                Set.of(Interval.D1),
                Duration.ofMinutes(1),
                new MedianScreen(0.2),
                new SourcePriority(List.of(Source.FINNHUB)),
                () -> Spike.NO_RULES);
        Raw raw = Raw.minute("AAPL", day + " 10:00", 100, 1)
                .observed(Instant.parse(day + "T23:00:00Z").toString(), "r", 0);
        BarObservation bar = (BarObservation) new Parsing(WATCHLIST, Duration.ofMinutes(2)).observation(raw.quote());
        Effects effects = new Effects();
        effects.begin(CLOCK);
        BarBook book = new BarBook(rules, bars.store());
        book.take(bar, new Origin("t", 0, 0), CLOCK, effects);
        effects.release(bars.store(), row -> {});
        effects.begin(CLOCK);
        book.flush(CLOCK, effects);
        effects.release(bars.store(), row -> {});
    }
}
