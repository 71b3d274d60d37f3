package dev.marketlake.simulator.market;

import static dev.marketlake.simulator.market.Markets.AAPL;
import static dev.marketlake.simulator.market.Markets.NYSE;
import static dev.marketlake.simulator.market.Markets.UGA;
import static dev.marketlake.simulator.market.Markets.VIX;
import static dev.marketlake.simulator.market.Markets.day;
import static dev.marketlake.simulator.market.Markets.number;
import static dev.marketlake.simulator.market.Markets.regular;
import static dev.marketlake.simulator.market.Markets.synthetic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SyntheticMarketTest {
    private static final Instant EARLY = Instant.parse("2026-03-02T00:00:00Z");
    private final Market market = synthetic(7);

    @Test
    void history_and_live_agree_whatever_is_asked_in_which_order() {
        Random random = new Random(42);
        List<Symbol> symbols = List.copyOf(market.symbols());
        for (int ask = 0; ask < 200; ask++) {
            Symbol symbol = symbols.get(random.nextInt(symbols.size()));
            Instant from = EARLY.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 200)));
            Instant to = from.plus(Duration.ofMinutes(1 + random.nextInt(3000)));
            List<MarketBar> asked = market.minutes(symbol, from, to);

            Market restarted = synthetic(7);
            List<MarketBar> minuteByMinute = new ArrayList<>();
            for (Instant day = from; day.isBefore(to); day = day.plus(Duration.ofMinutes(97))) {
                Instant end = day.plus(Duration.ofMinutes(97));
                minuteByMinute.addAll(restarted.minutes(symbol, day, end.isBefore(to) ? end : to));
            }
            assertThat(asked)
                    .as("seed 42 ask %d: %s from %s to %s", ask, symbol, from, to)
                    .isEqualTo(minuteByMinute);
        }
    }

    @Test
    void another_seed_is_another_market() {
        assertThat(regular(synthetic(8), AAPL, "2026-11-18")).isNotEqualTo(regular(market, AAPL, "2026-11-18"));
    }

    @Test
    void known_minutes_never_change() {
        // Changing these numbers changes everybody's synthetic history.
        assertThat(regular(synthetic(1), AAPL, "2026-11-18").getFirst())
                .isEqualTo(new MarketBar(
                        Instant.parse("2026-11-18T14:30:00Z"),
                        "193.7400",
                        "193.8200",
                        "193.6900",
                        "193.8200",
                        "451078"));
    }

    @Test
    void a_minute_opens_where_the_previous_one_closed_and_is_enclosed_by_high_and_low() {
        for (Symbol symbol : market.symbols()) {
            List<MarketBar> bars = regular(market, symbol, "2026-11-18");
            for (int i = 0; i < bars.size(); i++) {
                MarketBar bar = bars.get(i);
                assertThat(number(bar.low()))
                        .isLessThanOrEqualTo(number(bar.open()).min(number(bar.close())));
                assertThat(number(bar.high()))
                        .isGreaterThanOrEqualTo(number(bar.open()).max(number(bar.close())));
                if (i > 0) {
                    assertThat(bar.open()).isEqualTo(bars.get(i - 1).close());
                }
            }
        }
    }

    @Test
    void prices_have_four_decimals() {
        assertThat(regular(market, AAPL, "2026-11-18"))
                .allSatisfy(bar -> assertThat(bar.close()).matches("\\d+\\.\\d{4}"));
    }

    @Test
    void liquid_symbols_print_each_regular_minute_and_the_closing_auction() {
        TradingDay day = day("2026-11-18");
        List<MarketBar> bars = market.minutes(AAPL, day.preOpen(), day.postClose());
        assertThat(bars).hasSize(391);
        assertThat(bars.getLast().start()).isEqualTo(day.regularClose());
        assertThat(regular(market, AAPL, "2026-11-27")).as("early close").hasSize(210);
        assertThat(market.minutes(AAPL, Instant.parse("2026-11-26T00:00:00Z"), Instant.parse("2026-11-27T00:00:00Z")))
                .as("Thanksgiving")
                .isEmpty();
    }

    @Test
    void thin_symbols_miss_minutes_and_keep_the_last_one() {
        List<MarketBar> bars = regular(market, UGA, "2026-11-18");
        assertThat(bars).hasSizeBetween(60, 200);
        assertThat(bars.getLast().start()).isEqualTo(Instant.parse("2026-11-18T20:59:00Z"));
    }

    @Test
    void an_index_has_prices_and_no_volume() {
        assertThat(regular(market, VIX, "2026-11-18"))
                .hasSize(390)
                .allMatch(bar -> bar.volume().equals("0"));
    }

    @Test
    void a_forming_minute_only_grows_towards_its_final_bar() {
        for (MarketBar last : regular(market, AAPL, "2026-11-18").subList(0, 60)) {
            MarketBar before = last;
            for (int second = 0; second < 60; second++) {
                MarketBar seen =
                        market.forming(AAPL, last.start().plusSeconds(second)).orElseThrow();
                assertThat(market.forming(AAPL, last.start().plusMillis(second * 1000 + 999)))
                        .contains(seen);
                assertThat(seen.open()).isEqualTo(last.open());
                assertThat(number(seen.high()))
                        .isBetween(number(seen.open()).max(number(seen.close())), number(last.high()));
                assertThat(number(seen.low()))
                        .isBetween(number(last.low()), number(seen.open()).min(number(seen.close())));
                assertThat(number(seen.volume())).isLessThanOrEqualTo(number(last.volume()));
                if (second > 0) {
                    assertThat(number(seen.volume())).isGreaterThanOrEqualTo(number(before.volume()));
                    assertThat(number(seen.high())).isGreaterThanOrEqualTo(number(before.high()));
                    assertThat(number(seen.low())).isLessThanOrEqualTo(number(before.low()));
                }
                before = seen;
            }
        }
    }

    @Test
    void the_day_computed_from_ticks_equals_the_fold_of_its_minutes() {
        for (Symbol symbol : market.symbols()) {
            for (LocalDate date : Markets.sessions(20)) {
                TradingDay day = NYSE.day(date).orElseThrow();
                Optional<DayBar> folded =
                        DayBar.fold(day, market.minutes(symbol, day.preOpen(), day.postClose()), day.postClose());
                assertThat(market.day(symbol, date)).isEqualTo(folded);
            }
        }
    }

    @Test
    void settings_of_a_market_map_symbols_to_how_they_trade() {
        assertThat(SyntheticSettings.of(1, Map.of(AAPL, Liquidity.LIQUID)).spikeEvery())
                .isEqualTo(90);
    }
}
