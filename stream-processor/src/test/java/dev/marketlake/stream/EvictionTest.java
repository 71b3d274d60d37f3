package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Indicators;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has left the depth is finished: going on elsewhere sends nothing of it again. */
class EvictionTest {
    @Test
    void a_gap_of_a_week_leaves_the_day_before_it_as_it_was() {
        try (MarketDriver market = new MarketDriver(Settings.defaults(), Spike.FOURFOLD, clock(), "AAPL")) {
            List<Raw> last = Day.flat("AAPL", "2019-02-01 09:30", 60, 100, 10);
            Raw outlier = last.get(5).prices("300", "300", "300", "300");
            market.pipe(Day.array(Day.flat("AAPL", "2019-01-30 09:30", 60, 100, 10)))
                    .pipe(Day.array(Day.flat("AAPL", "2019-01-31 09:30", 60, 100, 10)))
                    .pipe(Day.array(last.subList(0, 5)))
                    .pipe(outlier)
                    .pipe(Day.array(last.subList(6, 60)))
                    .flush();
            assertThat(market.bars())
                    .anyMatch(bar ->
                            !bar.getValid() && bar.getTradeDate().toString().equals("2019-02-01"));
            market.indicators();
            market.alerts();

            // Before the opening: the series of regular bars still ends with the day before the gap.
            market.pipe(Raw.minute("AAPL", "2019-02-11 08:00", 100, 10)).flush();

            assertThat(market.bars())
                    .extracting(bar -> bar.getTradeDate().toString())
                    .containsOnly("2019-02-11");
            assertThat(market.indicators()).isEmpty();
            assertThat(market.alerts()).isEmpty();
        }
    }

    @Test
    void a_slot_without_a_valid_minute_draws_no_finished_day_back_into_work() {
        Map<String, Object> shallow =
                Map.of("roll-ups", "5m", "depth-sessions", 2, "warm-up-sessions[1m]", 1, "warm-up-sessions[5m]", 1);
        try (MarketDriver market = new MarketDriver(Settings.of(shallow), Spike.NO_RULES, clock(), "AAPL")) {
            market.pipe(Day.array(Day.flat("AAPL", "2019-02-12 10:00", 60, 100, 10)))
                    .pipe(Day.array(Day.flat("AAPL", "2019-02-13 10:00", 60, 100, 10)))
                    .pipe(Raw.minute("AAPL", "2019-02-13 12:00", 300, 10))
                    .pipe(Day.array(Day.flat("AAPL", "2019-02-14 10:00", 5, 100, 10)))
                    .flush();
            market.indicators();

            market.pipe(Raw.minute("AAPL", "2019-02-15 10:00", 100, 10)).flush();

            assertThat(market.indicators())
                    .extracting(Indicators::getTradeDate)
                    .extracting(Object::toString)
                    .isNotEmpty()
                    .doesNotContain("2019-02-12", "2019-02-13");
        }
    }

    private static Instant clock() {
        return Instant.parse("2019-03-02T00:00:00Z");
    }
}
