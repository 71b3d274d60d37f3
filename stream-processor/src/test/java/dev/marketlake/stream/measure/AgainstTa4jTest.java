package dev.marketlake.stream.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/** The readings that ta4j defines by the same formula and seed, against ta4j. Its RSI is seeded with the first change, ours is not. */
class AgainstTa4jTest {
    private static final int BARS = 780;
    private static final double TOLERANCE = 1e-9;
    private static final Annualization YEAR = Annualization.of(TradingCalendar.of("NYSE"), Interval.M1);

    private final Run run = new Run();
    private final BarSeries series = new BaseBarSeriesBuilder()
            .withNumFactory(DoubleNumFactory.getInstance())
            .build();

    AgainstTa4jTest() {
        Random random = new Random(11);
        double close = 170;
        for (int i = 0; i < BARS; i++) {
            double open = close;
            close *= Math.exp(random.nextGaussian() / 800);
            double high = Math.max(open, close) * (1 + random.nextDouble() / 900);
            double low = Math.min(open, close) * (1 - random.nextDouble() / 900);
            long volume = 100 + random.nextInt(90_000);
            Instant start = Instant.EPOCH.plus(Duration.ofMinutes(i));
            run.append(start.toEpochMilli() * 1_000, 1, close, (high + low + close) / 3, volume);
            series.addBar(series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(start.plus(Duration.ofMinutes(1)))
                    .openPrice(open)
                    .highPrice(high)
                    .lowPrice(low)
                    .closePrice(close)
                    .volume(volume)
                    .build());
        }
    }

    @Test
    void averages_macd_and_vwap_are_those_of_ta4j() {
        Indicator<Num> close = new ClosePriceIndicator(series);
        Indicator<Num> sma20 = new SMAIndicator(close, 20);
        Indicator<Num> sma50 = new SMAIndicator(close, 50);
        Indicator<Num> ema12 = new EMAIndicator(close, 12);
        Indicator<Num> ema26 = new EMAIndicator(close, 26);
        Indicator<Num> macd = new MACDIndicator(close, 12, 26);
        Indicator<Num> signal = new EMAIndicator(macd, 9);
        Indicator<Num> vwap = new VWAPIndicator(series, BARS);
        AnchoredRun anchored = new AnchoredRun(run, 0, 0, Long.MIN_VALUE);
        int compared = 0;
        for (int i = 0; i < BARS; i++) {
            anchored.advance(i);
            Readings readings = Readings.of(anchored, YEAR);
            compared += same("sma20", i, readings.sma20(), sma20)
                    + same("sma50", i, readings.sma50(), sma50)
                    + same("ema12", i, readings.ema12(), ema12)
                    + same("ema26", i, readings.ema26(), ema26)
                    + same("macd", i, readings.macd(), macd)
                    + same("signal", i, readings.macdSignal(), signal)
                    + same("vwap", i, readings.vwap(), vwap);
        }
        assertThat(compared).isGreaterThan(7 * (BARS - 60));
    }

    /** @return 1 where both have a value, 0 where ours is still warming up or ta4j's is */
    private static int same(String name, int index, @Nullable Double ours, Indicator<Num> theirs) {
        double expected = theirs.getValue(index).doubleValue();
        if (ours == null || Double.isNaN(expected)) {
            return 0;
        }
        assertThat(ours).as("%s of bar %d", name, index).isCloseTo(expected, within(TOLERANCE));
        return 1;
    }
}
