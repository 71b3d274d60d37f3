package dev.marketlake.stream.measure.daily;

import dev.marketlake.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The daily readings a second time, straight from their definitions and as slowly as that: from a map of closes, a list of sessions back
 * from the day, and the splits as (ex-date, ratio). Nothing of the main code is used but the calendar.
 */
final class DailyReference {
    private final List<LocalDate> sessions;
    private final Map<LocalDate, Double> closes;
    private final Map<LocalDate, Double> splits;
    private final double root;
    private final Map<LocalDate, Optional<Double>> volatilities = new HashMap<>();

    DailyReference(
            TradingCalendar calendar, Map<LocalDate, Double> closes, Map<LocalDate, Double> splits, int sessionsAYear) {
        this.sessions = LocalDate.of(2014, 1, 1)
                .datesUntil(LocalDate.of(2019, 1, 1))
                .filter(date -> calendar.day(date).isPresent())
                .toList();
        this.closes = closes;
        this.splits = splits;
        this.root = Math.sqrt(sessionsAYear);
    }

    /** Every reading of a day by column; null where not ready. */
    Map<String, @Nullable Double> at(LocalDate day) {
        Map<String, @Nullable Double> columns = new TreeMap<>();
        for (int sessions : new int[] {7, 30, 90}) {
            columns.put("avg_" + sessions + "d", average(day, sessions));
        }
        for (int sessions : new int[] {1, 7, 30}) {
            columns.put("return_" + sessions + "d", growth(back(day, sessions), day));
        }
        columns.put("return_ytd", growth(back(LocalDate.of(day.getYear() - 1, 12, 31), 0), day));
        columns.put("volatility_20d", volatility(day));
        List<@Nullable Double> year = IntStream.range(0, 252)
                .mapToObj(i -> volatilities
                        .computeIfAbsent(back(day, i), one -> Optional.ofNullable(volatility(one)))
                        .orElse(null))
                .toList();
        Double score = score(year);
        columns.put("volatility_score", score);
        columns.put("drawdown", drawdown(day));
        columns.put("inputs", inputs(day, year, score != null));
        return columns;
    }

    private @Nullable Double average(LocalDate day, int sessions) {
        List<@Nullable Double> prices = window(day, sessions);
        return prices.contains(null)
                ? null
                : prices.stream()
                                .filter(Objects::nonNull)
                                .mapToDouble(price -> price)
                                .sum()
                        / sessions;
    }

    private @Nullable Double growth(LocalDate from, LocalDate to) {
        Double before = seen(from, to);
        Double now = seen(to, to);
        return before == null || now == null ? null : (now - before) / before;
    }

    private @Nullable Double volatility(LocalDate day) {
        List<@Nullable Double> prices = window(day, 21);
        if (prices.contains(null)) {
            return null;
        }
        double[] returns = IntStream.range(1, 21)
                .mapToDouble(i -> Math.log(number(prices.get(i))) - Math.log(number(prices.get(i - 1))))
                .toArray();
        double mean = IntStream.range(0, 20).mapToDouble(i -> returns[i]).sum() / 20;
        double squares = IntStream.range(0, 20)
                .mapToDouble(i -> Math.pow(returns[i] - mean, 2))
                .sum();
        return Math.sqrt(squares / 19) * root;
    }

    /** @param year volatilities of the last 252 sessions, newest first */
    private static @Nullable Double score(List<@Nullable Double> year) {
        Double today = year.getFirst();
        List<Double> ready = year.stream().filter(Objects::nonNull).toList();
        if (today == null || ready.size() < 60) {
            return null;
        }
        return 100.0 * ready.stream().filter(one -> one <= today).count() / ready.size();
    }

    private Double drawdown(LocalDate day) {
        double highest = window(day, 252).stream()
                .filter(Objects::nonNull)
                .mapToDouble(price -> price)
                .max()
                .orElseThrow();
        return number(seen(day, day)) / highest - 1;
    }

    private Double inputs(LocalDate day, List<@Nullable Double> year, boolean scored) {
        List<LocalDate> used = new ArrayList<>();
        for (int i = 0; i < 252; i++) {
            used.add(back(day, i));
            if (scored && year.get(i) != null) {
                used.add(back(day, i + 20));
            }
        }
        LocalDate yearEnd = back(LocalDate.of(day.getYear() - 1, 12, 31), 0);
        if (growth(yearEnd, day) != null) {
            used.add(yearEnd);
        }
        LocalDate oldest = used.stream()
                .filter(closes::containsKey)
                .min(LocalDate::compareTo)
                .orElseThrow();
        return (double) closes.keySet().stream()
                .filter(date -> !date.isBefore(oldest) && !date.isAfter(day))
                .count();
    }

    /** Prices of the last sessions as seen from a day, oldest first, null where there is none. */
    private List<@Nullable Double> window(LocalDate day, int sessions) {
        List<@Nullable Double> prices = new ArrayList<>();
        for (int i = sessions - 1; i >= 0; i--) {
            prices.add(seen(back(day, i), day));
        }
        return prices;
    }

    private @Nullable Double seen(LocalDate of, LocalDate from) {
        Double close = closes.get(of);
        double ratio = splits.entrySet().stream()
                .filter(split -> split.getKey().isAfter(of) && !split.getKey().isAfter(from))
                .mapToDouble(Map.Entry::getValue)
                .reduce(1, (a, b) -> a * b);
        return close == null ? null : Double.valueOf(close / ratio);
    }

    private LocalDate back(LocalDate day, int count) {
        int found = Collections.binarySearch(sessions, day);
        return sessions.get((found >= 0 ? found : -found - 2) - count);
    }

    private static double number(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }
}
