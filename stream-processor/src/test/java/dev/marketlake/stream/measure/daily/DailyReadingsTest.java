package dev.marketlake.stream.measure.daily;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyReadingsTest {
    private static final TradingCalendar NYSE = TradingCalendar.of("NYSE");
    private static final Map<LocalDate, Double> SPLITS =
            Map.of(LocalDate.of(2017, 6, 9), 7.0, LocalDate.of(2018, 8, 1), 0.1);

    @ParameterizedTest
    @ValueSource(strings = {"NYSE", "24x7"})
    void three_years_with_gaps_and_splits_equal_their_definitions(String calendarName) {
        TradingCalendar calendar = TradingCalendar.of(calendarName);
        Map<LocalDate, Double> closes = walk(calendar, 11);
        DailyReference reference =
                new DailyReference(calendar, closes, SPLITS, calendarName.equals("NYSE") ? 252 : 365);
        DayRun run = run(calendar, closes, splits(SPLITS));

        Map<String, Integer> compared = new TreeMap<>();
        for (LocalDate day : closes.keySet()) {
            Map<String, @Nullable Double> found = columns(DailyReadings.of(run, run.find(day)));
            reference.at(day).forEach((column, expected) -> {
                assertThat(found.get(column) == null).as(column + " " + day).isEqualTo(expected == null);
                if (expected != null) {
                    assertThat(found.get(column)).as(column + " " + day).isCloseTo(expected, within(1e-9));
                    compared.merge(column, 1, Integer::sum);
                }
            });
        }
        assertThat(compared)
                .hasSize(11)
                .allSatisfy((column, count) -> assertThat(count).as(column).isGreaterThan(100));
    }

    @Test
    void the_order_in_which_days_come_leaves_no_trace() {
        Map<LocalDate, Double> closes = walk(NYSE, 5);
        DayRun sorted = run(NYSE, closes, splits(SPLITS));
        List<Entry<LocalDate, Double>> shuffled = new ArrayList<>(closes.entrySet());
        Collections.shuffle(shuffled, new Random(5));
        DayRun run = new DayRun(NYSE, splits(SPLITS));
        for (Entry<LocalDate, Double> day : shuffled) {
            run.put(day.getKey(), day.getValue() + 1, 9);
            run.clear(day.getKey());
            run.put(day.getKey(), day.getValue(), 1);
        }

        assertThat(all(run)).isEqualTo(all(sorted));
    }

    @Test
    void readings_are_the_same_whether_what_lies_too_far_back_was_dropped_or_not() {
        Map<LocalDate, Double> closes = walk(NYSE, 6);
        Map<LocalDate, DailyReadings> whole = all(run(NYSE, closes, SplitFactors.NONE));
        LocalDate first = LocalDate.of(2018, 1, 2);
        DayRun dropped = run(NYSE, closes, SplitFactors.NONE);

        dropped.dropBefore(NYSE.sessionsBefore(first, DailyReadings.SESSIONS_BACK));

        whole.keySet().removeIf(day -> day.isBefore(first));
        Map<LocalDate, DailyReadings> left = all(dropped);
        left.keySet().removeIf(day -> day.isBefore(first));
        assertThat(left).isEqualTo(whole).hasSizeGreaterThan(200);
    }

    @Test
    void a_day_put_as_it_stands_changes_nothing() {
        DayRun run = new DayRun(NYSE, SplitFactors.NONE);
        assertThat(run.put(LocalDate.of(2019, 2, 15), 100, 1)).isTrue();
        assertThat(run.put(LocalDate.of(2019, 2, 15), 100, 1)).isFalse();
        assertThat(run.put(LocalDate.of(2019, 2, 15), 100, 2)).isTrue();
        assertThat(run.clear(LocalDate.of(2019, 2, 14))).isFalse();
        assertThat(run.clear(LocalDate.of(2019, 2, 15))).isTrue();
        assertThat(run.clear(LocalDate.of(2019, 2, 15))).isFalse();
    }

    @Test
    void a_closed_day_is_refused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new DayRun(NYSE, SplitFactors.NONE).put(LocalDate.of(2018, 12, 5), 100, 1))
                .withMessage("2018-12-05 is no session of NYSE");
    }

    @Test
    void a_day_of_mourning_is_no_session_between_two() {
        DayRun run = new DayRun(NYSE, SplitFactors.NONE);
        run.put(LocalDate.of(2018, 12, 4), 100, 1);
        run.put(LocalDate.of(2018, 12, 6), 110, 1);

        assertThat(DailyReadings.of(run, run.find(LocalDate.of(2018, 12, 6))).return1d())
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void the_first_session_of_a_year_is_compared_with_the_last_of_the_year_before_and_with_no_other() {
        DayRun run = new DayRun(NYSE, SplitFactors.NONE);
        run.put(LocalDate.of(2018, 12, 28), 50, 1);
        run.put(LocalDate.of(2019, 1, 2), 110, 1);
        assertThat(DailyReadings.of(run, run.find(LocalDate.of(2019, 1, 2))).returnYtd())
                .isNull();

        run.put(LocalDate.of(2018, 12, 31), 100, 1);

        DailyReadings first = DailyReadings.of(run, run.find(LocalDate.of(2019, 1, 2)));
        assertThat(first.returnYtd()).isCloseTo(0.1, within(1e-12)).isEqualTo(first.return1d());
        assertThat(DailyReadings.of(run, run.find(LocalDate.of(2018, 12, 31))).returnYtd())
                .isNull();
    }

    @Test
    void a_split_changes_no_return_and_its_observation_counts_from_its_ex_date_on() {
        LocalDate exDate = LocalDate.of(2014, 6, 9);
        DayRun run = new DayRun(NYSE, splits(Map.of(exDate, 7.0)));
        run.put(LocalDate.of(2014, 6, 5), 700, 1);
        run.put(LocalDate.of(2014, 6, 6), 707, 1);
        run.put(exDate, 101, 1);

        DailyReadings after = DailyReadings.of(run, run.find(exDate));
        assertThat(after.return1d()).isCloseTo(0, within(1e-12));
        assertThat(after.drawdown()).isCloseTo(0, within(1e-12));
        assertThat(after.observedAt()).isEqualTo(1_000);
        DailyReadings before = DailyReadings.of(run, run.find(LocalDate.of(2014, 6, 6)));
        assertThat(before.return1d()).isCloseTo(0.01, within(1e-12));
        assertThat(before.observedAt()).isEqualTo(1);
    }

    @Test
    void the_latest_observation_among_the_inputs_is_that_of_the_row() {
        DayRun run = new DayRun(NYSE, SplitFactors.NONE);
        run.put(LocalDate.of(2019, 2, 13), 100, 7);
        run.put(LocalDate.of(2019, 2, 14), 100, 9);
        run.put(LocalDate.of(2019, 2, 15), 100, 8);

        assertThat(IntStream.range(0, 3).mapToLong(i -> DailyReadings.of(run, i).observedAt()))
                .containsExactly(7L, 9L, 9L);
    }

    /** A random walk over 2016 to 2018 that misses one session in a hundred, and a month of 2016. */
    private static Map<LocalDate, Double> walk(TradingCalendar calendar, long seed) {
        Random random = new Random(seed);
        Map<LocalDate, Double> closes = new TreeMap<>();
        double price = 100;
        for (LocalDate day :
                LocalDate.of(2016, 1, 1).datesUntil(LocalDate.of(2019, 1, 1)).toList()) {
            price *= Math.exp(random.nextGaussian() / 50);
            boolean traded = calendar.day(day).isPresent() && random.nextInt(100) > 0;
            if (traded && !(day.getYear() == 2016 && day.getMonthValue() == 5)) {
                closes.put(day, Math.round(price * 100) / 100.0);
            }
        }
        return closes;
    }

    private static DayRun run(TradingCalendar calendar, Map<LocalDate, Double> closes, SplitFactors splits) {
        DayRun run = new DayRun(calendar, splits);
        closes.forEach((day, close) -> run.put(day, close, 1));
        return run;
    }

    private static Map<LocalDate, DailyReadings> all(DayRun run) {
        Map<LocalDate, DailyReadings> all = new TreeMap<>();
        for (int i = 0; i < run.size(); i++) {
            if (run.has(i)) {
                all.put(run.date(i), DailyReadings.of(run, i));
            }
        }
        return all;
    }

    static SplitFactors splits(Map<LocalDate, Double> ratios) {
        return new SplitFactors() {
            @Override
            public double between(LocalDate exclusiveFrom, LocalDate inclusiveTo) {
                return ratios.entrySet().stream()
                        .filter(split -> applies(split.getKey(), exclusiveFrom, inclusiveTo))
                        .mapToDouble(Entry::getValue)
                        .reduce(1, (a, b) -> a * b);
            }

            @Override
            public long observedAt(LocalDate exclusiveFrom, LocalDate inclusiveTo) {
                return ratios.keySet().stream().anyMatch(date -> applies(date, exclusiveFrom, inclusiveTo))
                        ? 1_000
                        : Long.MIN_VALUE;
            }
        };
    }

    private static boolean applies(LocalDate exDate, LocalDate exclusiveFrom, LocalDate inclusiveTo) {
        return exDate.isAfter(exclusiveFrom) && !exDate.isAfter(inclusiveTo);
    }

    private static Map<String, @Nullable Double> columns(DailyReadings readings) {
        Map<String, @Nullable Double> columns = new TreeMap<>();
        columns.put("avg_7d", readings.avg7d());
        columns.put("avg_30d", readings.avg30d());
        columns.put("avg_90d", readings.avg90d());
        columns.put("return_1d", readings.return1d());
        columns.put("return_7d", readings.return7d());
        columns.put("return_30d", readings.return30d());
        columns.put("return_ytd", readings.returnYtd());
        columns.put("volatility_20d", readings.volatility20d());
        columns.put("volatility_score", readings.volatilityScore());
        columns.put("drawdown", readings.drawdown());
        columns.put("inputs", (double) readings.inputs());
        return columns;
    }
}
