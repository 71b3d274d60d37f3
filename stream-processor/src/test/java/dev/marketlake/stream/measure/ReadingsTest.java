package dev.marketlake.stream.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.observation.BarContent;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final long MINUTE = 60_000_000L;
    private static final Offset<Double> TIGHT = within(1e-12);
    private static final Annualization YEAR = Annualization.of(TradingCalendar.of("NYSE"), Interval.M1);

    @Test
    void means_take_the_bars_of_the_last_fifteen_and_sixty_minutes() {
        Run run = ramp(70);

        assertThat(at(run, 69).ma15m()).isEqualTo((155 + 169) / 2.0);
        assertThat(at(run, 69).ma1h()).isEqualTo((110 + 169) / 2.0);
    }

    @Test
    void a_window_is_open_at_its_old_end_and_closed_at_its_new() {
        Run run = new Run();
        run.append(0, 1, 100, 100, 1);
        run.append(MINUTE, 1, 200, 200, 1);
        run.append(15 * MINUTE, 1, 300, 300, 1);

        assertThat(at(run, 2).ma15m()).isEqualTo(250);
        assertThat(at(run, 2).ma1h()).isEqualTo(200);
    }

    @Test
    void means_need_two_bars_and_volatilities_three() {
        Run run = ramp(3);

        assertThat(at(run, 0).ma15m()).isNull();
        assertThat(at(run, 1).ma15m()).isEqualTo(100.5);
        assertThat(at(run, 1).volatility15m()).isNull();
        assertThat(at(run, 2).volatility15m()).isNotNull();
    }

    @Test
    void volatility_is_the_sample_deviation_of_log_returns_inside_the_window() {
        Run run = run(100, 110, 99, 105);
        double[] r = {Math.log(110 / 100.0), Math.log(99 / 110.0), Math.log(105 / 99.0)};
        double mean = (r[0] + r[1] + r[2]) / 3;
        double squares = (r[0] - mean) * (r[0] - mean) + (r[1] - mean) * (r[1] - mean) + (r[2] - mean) * (r[2] - mean);

        assertThat(at(run, 3).volatility1h()).isCloseTo(Math.sqrt(squares / 2), TIGHT);
    }

    @Test
    void annualized_volatility_is_scaled_by_the_minutes_traded_in_a_year() {
        Run run = run(100, 110, 99, 105);
        Readings readings = at(run, 3);

        assertThat(readings.volatility1hAnnualized())
                .isCloseTo(value(readings.volatility1h()) * Math.sqrt(252 * 390), TIGHT);
        assertThat(Annualization.of(TradingCalendar.of("24x7"), Interval.H1).factor())
                .isEqualTo(Math.sqrt(365 * 24));
    }

    @Test
    void simple_averages_need_all_their_bars() {
        Run run = ramp(60);

        assertThat(at(run, 18).sma20()).isNull();
        assertThat(at(run, 19).sma20()).isEqualTo(109.5);
        assertThat(at(run, 48).sma50()).isNull();
        assertThat(at(run, 49).sma50()).isEqualTo(124.5);
    }

    @Test
    void exponential_averages_run_from_the_close_of_the_anchor_and_need_n_bars() {
        Run run = ramp(30);
        double ema = 100;
        for (int i = 1; i <= 11; i++) {
            ema = ema + (100 + i - ema) * 2 / 13;
        }

        assertThat(at(run, 10).ema12()).isNull();
        assertThat(at(run, 11).ema12()).isCloseTo(ema, TIGHT);
        assertThat(at(run, 24).ema26()).isNull();
        assertThat(at(run, 25).ema26()).isNotNull();
    }

    @Test
    void no_reading_looks_further_back_than_the_anchor() {
        Run run = ramp(80);
        AnchoredRun late = new AnchoredRun(run, 70, 70, Long.MIN_VALUE);
        late.advance(79);
        Readings readings = Readings.of(late, YEAR);

        assertThat(readings.sma20()).isNull();
        assertThat(readings.ema12()).isNull();
        assertThat(readings.ma1h()).isEqualTo(174.5);
        assertThat(readings.inputs()).isEqualTo(10);
    }

    @Test
    void volume_is_compared_with_the_twenty_bars_before_and_not_itself() {
        Run run = new Run();
        for (int i = 0; i < 20; i++) {
            run.append(i * MINUTE, 1, 100, 100, i % 2 == 0 ? 90 : 110);
        }
        run.append(20 * MINUTE, 1, 100, 100, 500);

        assertThat(at(run, 19).volumeRatio20()).isNull();
        assertThat(at(run, 20).volumeRatio20()).isEqualTo(5.0);
        assertThat(at(run, 20).volumeZscore20()).isCloseTo(400 / Math.sqrt(20 * 100 / 19.0), TIGHT);
    }

    @Test
    void volume_readings_are_null_at_zero_mean_zero_deviation_or_unknown_volume() {
        assertThat(at(volumes(0), 20).volumeRatio20()).isNull();
        assertThat(at(volumes(7), 20).volumeRatio20()).isEqualTo(1.0);
        assertThat(at(volumes(7), 20).volumeZscore20()).isNull();
        assertThat(at(volumes(BarContent.NO_VOLUME), 20).volumeRatio20()).isNull();
    }

    @Test
    void vwap_weighs_typical_prices_since_the_first_bar_of_the_session() {
        Run run = new Run();
        run.append(0, 1, 50, 50, 1_000);
        run.append(MINUTE, 1, 100, 101, 300);
        run.append(2 * MINUTE, 1, 200, 201, 100);

        assertThat(at(run, 2, 1).vwap()).isEqualTo((101 * 300 + 201 * 100) / 400.0);
        assertThat(at(run, 1, 1).vwap()).isEqualTo(101);
    }

    @Test
    void vwap_is_null_where_nothing_was_traded_or_a_volume_is_unknown() {
        assertThat(at(volumes(0), 20).vwap()).isNull();
        assertThat(at(volumes(BarContent.NO_VOLUME), 20).vwap()).isNull();
    }

    @Test
    void relative_strength_starts_as_a_mean_and_goes_on_smoothed() {
        double[] closes = new double[16];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 100 + (i % 3 == 0 ? 2 : -1) * i;
        }
        double gain = 0;
        double loss = 0;
        for (int i = 1; i <= 14; i++) {
            gain += Math.max(closes[i] - closes[i - 1], 0) / 14;
            loss += Math.max(closes[i - 1] - closes[i], 0) / 14;
        }
        Run run = run(closes);
        assertThat(at(run, 13).rsi14()).isNull();
        assertThat(value(at(run, 14).rsi14())).isCloseTo(100 * gain / (gain + loss), TIGHT);

        gain = (13 * gain + Math.max(closes[15] - closes[14], 0)) / 14;
        loss = (13 * loss + Math.max(closes[14] - closes[15], 0)) / 14;
        assertThat(value(at(run, 15).rsi14())).isCloseTo(100 * gain / (gain + loss), TIGHT);
    }

    @Test
    void relative_strength_without_losses_is_a_hundred_and_without_changes_fifty() {
        assertThat(at(ramp(20), 19).rsi14()).isEqualTo(100);
        assertThat(at(volumes(1), 19).rsi14()).isEqualTo(50);
    }

    @Test
    void macd_and_its_signal_need_thirty_five_bars() {
        Run run = ramp(40);

        assertThat(at(run, 33).macd()).isNull();
        assertThat(at(run, 33).macdSignal()).isNull();
        Readings ready = at(run, 34);
        assertThat(value(ready.macd())).isCloseTo(value(ready.ema12()) - value(ready.ema26()), TIGHT);
        assertThat(value(ready.macdHistogram()))
                .isCloseTo(value(ready.macd()) - value(ready.macdSignal()), TIGHT)
                .isPositive();
    }

    @Test
    void bollinger_bands_lie_two_population_deviations_around_the_mean_of_twenty() {
        Run run = ramp(20);
        Readings ready = at(run, 19);
        double deviation = Math.sqrt((20 * 20 - 1) / 12.0);

        assertThat(at(run, 18).bbMiddle()).isNull();
        assertThat(ready.bbMiddle()).isEqualTo(ready.sma20()).isEqualTo(109.5);
        assertThat(value(ready.bbUpper())).isCloseTo(109.5 + 2 * deviation, TIGHT);
        assertThat(value(ready.bbLower())).isCloseTo(109.5 - 2 * deviation, TIGHT);
    }

    @Test
    void inputs_and_observed_at_cover_the_oldest_bar_any_reading_uses() {
        Run run = new Run();
        run.append(0, 900, 100, 100, 1);
        run.append(MINUTE, 500, 100, 100, 1);
        run.append(120 * MINUTE, 300, 100, 100, 1);

        assertThat(at(run, 0).inputs()).isEqualTo(1);
        assertThat(at(run, 1).inputs()).isEqualTo(2);
        assertThat(at(run, 1).observedAt()).isEqualTo(900);
        assertThat(at(run, 2, 2).inputs()).isEqualTo(1);
        assertThat(at(run, 2, 2).observedAt()).isEqualTo(300);
        assertThat(at(run, 2).inputs()).as("the session's VWAP uses all three").isEqualTo(3);
        assertThat(at(run, 2).observedAt()).isEqualTo(900);
        assertThat(at(ramp(12), 11).inputs()).isEqualTo(12);
    }

    @Test
    void going_on_by_one_bar_gives_bit_for_bit_what_starting_over_gives() {
        Run run = new Run();
        Random random = new Random(3);
        double close = 100;
        for (int i = 0; i < 900; i++) {
            close *= Math.exp(random.nextGaussian() / 500);
            long time = (3 * i + random.nextInt(3)) * MINUTE;
            run.append(time, random.nextInt(1000), close, close * 1.001, random.nextInt(5000));
        }
        AnchoredRun stepwise = new AnchoredRun(run, 0, 0, Long.MIN_VALUE);
        for (int i = 0; i < run.size(); i++) {
            stepwise.advance(i);
            assertThat(Readings.of(stepwise, YEAR)).isEqualTo(at(run, i));
        }
    }

    private static Readings at(Run run, int index) {
        return at(run, index, 0);
    }

    private static Readings at(Run run, int index, int session) {
        AnchoredRun anchored = new AnchoredRun(run, 0, session, Long.MIN_VALUE);
        anchored.advance(index);
        return Readings.of(anchored, YEAR);
    }

    private static double value(@Nullable Double reading) {
        assertThat(reading).isNotNull();
        return reading == null ? Double.NaN : reading;
    }

    private static Run ramp(int bars) {
        Run run = new Run();
        for (int i = 0; i < bars; i++) {
            run.append(i * MINUTE, i, 100 + i, 100 + i, 1_000);
        }
        return run;
    }

    private static Run run(double... closes) {
        Run run = new Run();
        for (int i = 0; i < closes.length; i++) {
            run.append(i * MINUTE, i, closes[i], closes[i], 1_000);
        }
        return run;
    }

    private static Run volumes(long volume) {
        Run run = new Run();
        for (int i = 0; i <= 20; i++) {
            run.append(i * MINUTE, i, 100, 100, volume);
        }
        return run;
    }
}
