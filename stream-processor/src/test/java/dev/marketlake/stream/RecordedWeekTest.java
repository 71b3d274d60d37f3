package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import dev.marketlake.stream.Recorded.Line;
import dev.marketlake.stream.judge.AlertRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded week of minute bars against plain recomputations from the file. */
@EnabledIf("dev.marketlake.stream.Recorded#exists")
class RecordedWeekTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "UGA", "VIX"})
    void every_minute_becomes_one_bar_equal_to_the_file(String symbol) {
        List<Line> lines = Recorded.minutes(symbol);
        try (MarketDriver market = replay(symbol, lines)) {
            List<Bar> bars = ofInterval(market.bars(), "1m");
            assertThat(bars).hasSize(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                Bar bar = bars.get(i);
                Line line = lines.get(i);
                assertThat(bar.getOpenTime()).isEqualTo(line.openTime());
                assertThat(bar.getOpen()).isEqualByComparingTo(line.open());
                assertThat(bar.getHigh()).isEqualByComparingTo(line.high());
                assertThat(bar.getLow()).isEqualByComparingTo(line.low());
                assertThat(bar.getClose()).isEqualByComparingTo(line.close());
                assertThat(bar.getVolume()).isEqualTo(line.volume());
                assertThat(bar.getValid() && bar.getComplete()).isTrue();
                assertThat(bar.getViolations().contains("ZERO_VOLUME")).isEqualTo(line.volume() == 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "UGA", "VIX"})
    void means_and_volatilities_equal_a_recomputation_from_the_file(String symbol) {
        List<Line> lines = Recorded.minutes(symbol);
        try (MarketDriver market = replay(symbol, lines)) {
            List<Indicators> rows = market.indicators();
            assertThat(rows).hasSize(lines.size());
            for (int i = 0; i < lines.size(); i++) {
                Indicators row = rows.get(i);
                assertThat(row.getOpenTime()).isEqualTo(lines.get(i).openTime());
                same(row.getMa15m(), mean(window(lines, i, 15)));
                same(row.getMa1h(), mean(window(lines, i, 60)));
                Double quarter = volatility(window(lines, i, 15));
                Double hour = volatility(window(lines, i, 60));
                same(row.getVolatility15m(), quarter);
                same(row.getVolatility1h(), hour);
                same(row.getVolatility15mAnnualized(), quarter == null ? null : quarter * Math.sqrt(252 * 390.0));
                same(row.getVolatility1hAnnualized(), hour == null ? null : hour * Math.sqrt(252 * 390.0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "UGA", "VIX"})
    void daily_bars_equal_an_aggregation_of_the_file(String symbol) {
        List<Line> lines = Recorded.minutes(symbol);
        Map<LocalDate, List<Line>> byDate = new LinkedHashMap<>();
        lines.forEach(line -> byDate.computeIfAbsent(line.stamp().toLocalDate(), d -> new ArrayList<>())
                .add(line));
        try (MarketDriver market = replay(symbol, lines)) {
            Map<LocalDate, Bar> days = new LinkedHashMap<>();
            ofInterval(market.bars(), "1d").forEach(bar -> days.put(bar.getTradeDate(), bar));
            assertThat(days.keySet()).containsExactlyElementsOf(byDate.keySet());
            days.forEach((date, day) -> {
                List<Line> day1m = byDate.getOrDefault(date, List.of());
                assertThat(day.getOpen()).isEqualByComparingTo(day1m.getFirst().open());
                assertThat(day.getClose()).isEqualByComparingTo(day1m.getLast().close());
                assertThat(day.getHigh())
                        .isEqualByComparingTo(day1m.stream()
                                .map(line -> new BigDecimal(line.high()))
                                .max(BigDecimal::compareTo)
                                .orElseThrow());
                assertThat(day.getLow())
                        .isEqualByComparingTo(day1m.stream()
                                .map(line -> new BigDecimal(line.low()))
                                .min(BigDecimal::compareTo)
                                .orElseThrow());
                assertThat(day.getVolume())
                        .isEqualTo(day1m.stream().mapToLong(Line::volume).sum());
                assertThat(day.getChildCount()).isEqualTo(day1m.size());
                assertThat(day.getSource()).isEqualTo("DERIVED");
            });
        }
    }

    private static MarketDriver replay(String symbol, List<Line> lines) {
        MarketDriver market = new MarketDriver(new AlertRules("none", List.of()), symbol);
        for (int i = 0; i < lines.size(); i++) {
            market.pipe(lines.get(i).raw(symbol, i));
        }
        return market.flush();
    }

    private static List<Bar> ofInterval(List<Bar> bars, String interval) {
        return bars.stream().filter(bar -> bar.getInterval().equals(interval)).toList();
    }

    private static double[] window(List<Line> lines, int index, int minutes) {
        Instant last = lines.get(index).openTime();
        return lines.subList(0, index + 1).stream()
                .filter(line -> Duration.between(line.openTime(), last).toMinutes() < minutes)
                .mapToDouble(line -> Double.parseDouble(line.close()))
                .toArray();
    }

    private static @Nullable Double mean(double[] closes) {
        double sum = 0;
        for (double close : closes) {
            sum += close;
        }
        return closes.length < 2 ? null : sum / closes.length;
    }

    private static @Nullable Double volatility(double[] closes) {
        if (closes.length < 3) {
            return null;
        }
        double[] returns = new double[closes.length - 1];
        double sum = 0;
        for (int i = 1; i < closes.length; i++) {
            returns[i - 1] = Math.log(closes[i] / closes[i - 1]);
            sum += returns[i - 1];
        }
        double mean = sum / returns.length;
        double squares = 0;
        for (double r : returns) {
            squares += (r - mean) * (r - mean);
        }
        return Math.sqrt(squares / (returns.length - 1));
    }

    private static void same(@Nullable Double actual, @Nullable Double expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isCloseTo(expected, EXACT);
        }
    }
}
