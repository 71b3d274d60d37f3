package dev.marketlake.proofs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SteadyLoadTest {
    private static final int SYMBOLS = 50;
    private final SteadyLoad load = new SteadyLoad(SYMBOLS, MinuteGrid.from(LocalDate.of(2026, 11, 24), 1_000));

    @Test
    void an_event_is_found_by_its_symbol_and_minute() {
        for (long number : new long[] {0, 49, 50, 12_345, load.events() - 1}) {
            var event = load.event(number);
            assertThat(load.number(
                            BenchSymbols.name(event.symbol()), load.grid().at(event.minute())))
                    .isEqualTo(number);
        }
        assertThat(load.number("AAPL", load.grid().at(0))).isEqualTo(-1);
        assertThat(load.number(BenchSymbols.name(0), load.grid().at(0).plusSeconds(1)))
                .isEqualTo(-1);
    }

    @Test
    void one_bar_in_two_hundred_has_twenty_times_the_usual_volume_and_no_two_are_near() {
        var spikes = LongStream.range(0, load.events())
                .filter(number -> load.event(number).tick().volume() > 10_000)
                .toArray();

        assertThat((double) spikes.length).isCloseTo(load.events() / 200.0, within(SYMBOLS / 2.0));
        for (long spike : spikes) {
            assertThat(LongStream.rangeClosed(1, 199)
                            .map(back -> spike - back * SYMBOLS)
                            .filter(number -> number >= 0)
                            .map(number -> load.event(number).tick().volume()))
                    .allMatch(volume -> volume >= 1_500 && volume < 2_500);
        }
    }

    @Test
    void a_spike_raises_an_alert_once_twenty_bars_are_before_it() {
        long number = LongStream.range(0, load.events())
                .filter(load::raises)
                .findFirst()
                .orElseThrow();

        assertThat(load.event(number).minute()).isGreaterThanOrEqualTo(20);
        assertThat(LongStream.range(0, 20L * SYMBOLS).filter(load::raises)).isEmpty();
    }

    @Test
    void the_dates_after_thanksgiving_are_sessions_as_they_are_held() {
        assertThat(load.grid().at(0)).hasToString("2026-11-24T14:30:00Z");
        assertThat(load.grid().at(2 * 390)).hasToString("2026-11-27T14:30:00Z");
        assertThat(load.grid().at(2 * 390 + 210)).hasToString("2026-11-30T14:30:00Z");
    }

    @Test
    void events_are_due_at_an_even_pace() {
        var pace = new Pace(7, 3);

        assertThat(LongStream.rangeClosed(0, 4).map(pace::due))
                .containsExactly(7L, 333_333_340L, 666_666_673L, 1_000_000_007L, 1_333_333_340L);
    }
}
