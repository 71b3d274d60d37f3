package dev.marketlake.simulator.market;

import static dev.marketlake.simulator.market.Markets.AAPL;
import static dev.marketlake.simulator.market.Markets.MSFT;
import static dev.marketlake.simulator.market.Markets.NYSE;
import static dev.marketlake.simulator.market.Markets.number;
import static dev.marketlake.simulator.market.Markets.regular;
import static dev.marketlake.simulator.market.Markets.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SyntheticStatisticsTest {
    private final Market market = synthetic(7);

    @Test
    void volume_is_a_u_with_auctions_at_its_ends() {
        double[] byMinute = averageVolumes(AAPL, 60);
        double middle = average(byMinute, 150, 240);
        assertThat(average(byMinute, 1, 31)).isGreaterThan(2 * middle);
        assertThat(average(byMinute, 360, 390)).isGreaterThan(2 * middle);
        assertThat(byMinute[0]).as("opening auction").isGreaterThan(2.5 * byMinute[1]);
        assertThat(byMinute[390]).as("closing auction").isGreaterThan(5 * byMinute[389]);
    }

    @Test
    void a_symbol_spikes_about_every_90_minutes_with_6_to_12_times_its_volume() {
        Market calm = new SyntheticMarket(
                new SyntheticSettings(7, new TreeMap<>(Map.of(AAPL, Liquidity.LIQUID)), StampConvention.OPEN, 0));
        int spikes = 0;
        int minutes = 0;
        for (LocalDate date : Markets.sessions(100)) {
            List<MarketBar> wild = regular(market, AAPL, date.toString());
            List<MarketBar> flat = regular(calm, AAPL, date.toString());
            for (int i = 1; i < wild.size(); i++) {
                double factor = number(wild.get(i).volume()).doubleValue()
                        / number(flat.get(i).volume()).doubleValue();
                minutes++;
                if (factor > 1.01) {
                    spikes++;
                    assertThat(factor).isBetween(5.9, 12.1);
                }
            }
        }
        assertThat((double) minutes / spikes).isCloseTo(90, within(15.0));
    }

    @Test
    void prices_stay_sane_over_years() {
        List<Double> closes = new ArrayList<>();
        for (LocalDate date = LocalDate.of(2003, 1, 1); date.getYear() < 2027; date = date.plusDays(1)) {
            market.day(AAPL, date)
                    .map(DayBar::close)
                    .map(BigDecimal::doubleValue)
                    .ifPresent(closes::add);
        }
        double least = closes.stream().min(Double::compare).orElseThrow();
        double most = closes.stream().max(Double::compare).orElseThrow();
        assertThat(most / least).isBetween(1.3, 4.0);
        for (int i = 1; i < closes.size(); i++) {
            assertThat(Math.abs(Math.log(closes.get(i) / closes.get(i - 1)))).isLessThan(0.12);
        }
    }

    @Test
    void symbols_move_together_but_not_in_step() {
        List<LocalDate> days = Markets.sessions(400);
        double correlation = correlation(changes(AAPL, days), changes(MSFT, days));
        assertThat(correlation).isBetween(0.1, 0.8);
    }

    private double[] averageVolumes(Symbol symbol, int days) {
        double[] sums = new double[391];
        Markets.sessions(days).forEach(date -> {
            TradingDay day = NYSE.day(date).orElseThrow();
            for (MarketBar bar : market.minutes(symbol, day.regularOpen(), day.postClose())) {
                int minute =
                        (int) Duration.between(day.regularOpen(), bar.start()).toMinutes();
                sums[minute] += Double.parseDouble(bar.volume()) / days;
            }
        });
        return sums;
    }

    private static double average(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    private double[] changes(Symbol symbol, List<LocalDate> days) {
        return days.stream()
                .map(date -> market.day(symbol, date).orElseThrow())
                .mapToDouble(
                        day -> Math.log(day.close().doubleValue() / day.open().doubleValue()))
                .toArray();
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = average(a, 0, a.length);
        double meanB = average(b, 0, b.length);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
