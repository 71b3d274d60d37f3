package dev.marketlake.simulator.market;

import static dev.marketlake.simulator.market.Markets.AAPL;
import static dev.marketlake.simulator.market.Markets.day;
import static dev.marketlake.simulator.market.Markets.synthetic;
import static dev.marketlake.simulator.market.Markets.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.TradingDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarketViewTest {
    private final Market market = synthetic(7);
    private final TradingDay day = day("2026-11-18");

    @Test
    void live_shows_what_history_will_say_and_nothing_of_the_future() {
        Random random = new Random(11);
        List<MarketBar> history = market.minutes(AAPL, day.preOpen(), day.postClose());
        for (int ask = 0; ask < 300; ask++) {
            Instant now = day.regularOpen().plusSeconds(random.nextInt(7 * 3600));
            List<MarketBar> complete = history.stream()
                    .filter(bar -> !bar.start().plusSeconds(60).isAfter(now))
                    .toList();
            assertThat(seen(now, FormingBar.EXCLUDED)).as("seed 11, %s", now).isEqualTo(complete);
            assertThat(seen(now, FormingBar.INCLUDED))
                    .as("seed 11, %s", now)
                    .startsWith(complete.toArray(MarketBar[]::new));
            assertThat(seen(now, FormingBar.INCLUDED).getLast().start()).isBeforeOrEqualTo(now);
        }
    }

    @Test
    void the_forming_minute_is_shown_only_where_wanted() {
        Instant now = day.regularOpen().plusSeconds(95);
        assertThat(seen(now, FormingBar.INCLUDED)).hasSize(2);
        assertThat(seen(now, FormingBar.EXCLUDED)).hasSize(1);
    }

    @Test
    void a_quote_moves_within_the_minute_and_stands_at_the_close_afterwards() {
        Quote early = quote("2026-11-18T15:00:05Z");
        Quote later = quote("2026-11-18T15:00:50Z");
        assertThat(later.day().volume()).isGreaterThan(early.day().volume());
        assertThat(later.day().lastTrade()).isEqualTo("2026-11-18T15:00:50Z");
        Quote evening = quote("2026-11-19T03:00:00Z");
        assertThat(evening.day().lastTrade()).isEqualTo("2026-11-18T21:00:00Z");
        assertThat(evening.day()).isEqualTo(market.day(AAPL, day.date()).orElseThrow());
    }

    @Test
    void before_the_open_the_quote_is_of_the_last_session() {
        Quote monday = quote("2026-11-23T14:00:00Z");
        assertThat(monday.day().date()).isEqualTo("2026-11-20");
        assertThat(monday.previousClose())
                .isEqualTo(market.day(AAPL, LocalDate.of(2026, 11, 19))
                        .orElseThrow()
                        .close());
    }

    @Test
    void days_are_newest_first_and_begin_with_the_partial_one() {
        List<DayBar> days = view(market, Instant.parse("2026-11-18T15:00:05Z")).days(AAPL, 3);
        assertThat(days)
                .extracting(DayBar::date)
                .extracting(LocalDate::toString)
                .containsExactly("2026-11-18", "2026-11-17", "2026-11-16");
        assertThat(days.getFirst().volume()).isLessThan(days.get(1).volume());
    }

    private Quote quote(String now) {
        return Quote.of(AAPL, view(market, Instant.parse(now))).orElseThrow();
    }

    private List<MarketBar> seen(Instant now, FormingBar forming) {
        return new MarketView(market, now, forming, Revisions.NONE).minutes(AAPL, day.preOpen(), day.postClose());
    }
}
