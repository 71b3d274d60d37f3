package dev.marketlake.lake.star;

import dev.marketlake.lake.content.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of gold.market_view of one symbol.
 *
 * @param bars of gold.daily_bars
 * @param performance of gold.performance
 * @param alerts of gold.alerts
 * @param splits of silver.corporate_actions
 * @param vwaps of the regular session, by trade date
 */
record MarketView(
        String symbol,
        Company company,
        List<Row> bars,
        List<Row> performance,
        List<Row> alerts,
        List<Row> splits,
        Map<LocalDate, Double> vwaps) {
    private static final int DAYS = 20;
    private static final double PERCENT = 100;
    private static final List<String> OF_BAR = List.of("open", "high", "low", "close", "volume");
    private static final List<String> OF_PERFORMANCE = List.of(
            "avg_7d",
            "avg_30d",
            "avg_90d",
            "return_1d",
            "return_7d",
            "return_30d",
            "return_ytd",
            "volatility_20d",
            "volatility_score",
            "drawdown");
    /** Columns that it takes from gold.performance. */
    static final List<String> PERFORMANCE = Stream.concat(
                    Stream.of("symbol", "trade_date", "observed_at"), OF_PERFORMANCE.stream())
            .toList();

    /** By trade date. */
    List<StarRow> rows() {
        Map<LocalDate, Row> performed = new HashMap<>();
        performance.forEach(row -> performed.put(date(row), row));
        Map<LocalDate, List<Row>> standing = new HashMap<>();
        alerts.stream()
                .filter(row -> "RAISED".equals(row.value("state")))
                .forEach(row -> standing.computeIfAbsent(date(row), date -> new ArrayList<>())
                        .add(row));
        List<Row> days =
                bars.stream().sorted(Comparator.comparing(MarketView::date)).toList();
        List<StarRow> rows = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate date = date(days.get(i));
            rows.add(row(days, i, Optional.ofNullable(performed.get(date)), standing.getOrDefault(date, List.of())));
        }
        return rows;
    }

    private StarRow row(List<Row> days, int day, Optional<Row> performed, List<Row> raised) {
        Row bar = days.get(day);
        StarRow row = new StarRow()
                .with("symbol", symbol)
                .with("trade_date", date(bar))
                .with("name", company.name())
                .with("sector", company.sector());
        OF_BAR.forEach(column -> row.with(column, bar.value(column)));
        row.with("avg_price", vwaps.get(date(bar))).with("volume_ratio", volumeRatio(days, day));
        performed.ifPresent(values -> {
            OF_PERFORMANCE.forEach(column -> row.with(column, values.value(column)));
            row.with("price_change_pct", values.value("return_1d") instanceof Double change ? change * PERCENT : null);
        });
        Optional<Row> last = raised.stream()
                .max(Comparator.comparing((Row alert) -> time(alert, "open_time"))
                        .thenComparing(alert -> String.valueOf(alert.value("alert_id"))));
        return row.with("alerts", raised.size())
                .with("critical_alerts", (int) raised.stream()
                        .filter(alert -> "CRITICAL".equals(alert.value("severity")))
                        .count())
                .with("last_alert", last.map(alert -> alert.value("message")).orElse(null))
                .with(
                        "last_alert_time",
                        last.map(alert -> time(alert, "open_time")).orElse(null))
                .with(
                        "observed_at",
                        Stream.of(Stream.of(bar), performed.stream(), raised.stream())
                                .flatMap(one -> one)
                                .map(one -> time(one, "observed_at"))
                                .max(Comparator.naturalOrder())
                                .orElse(null));
    }

    private @Nullable Double volumeRatio(List<Row> days, int day) {
        if (day < DAYS || !(days.get(day).value("volume") instanceof Long volume)) {
            return null;
        }
        double sum = 0;
        for (Row before : days.subList(day - DAYS, day)) {
            if (!(before.value("volume") instanceof Long earlier)) {
                return null;
            }
            sum += earlier * splitSince(date(before), date(days.get(day)));
        }
        return sum == 0 ? null : volume / (sum / DAYS);
    }

    /** Shares that one share of {@code from} has become by {@code to}: the ratios of splits with an ex-date after the one, up to the other. */
    private double splitSince(LocalDate from, LocalDate to) {
        return splits.stream()
                .filter(split -> "SPLIT".equals(split.value("kind")))
                .filter(split -> date(split, "date").isAfter(from)
                        && !date(split, "date").isAfter(to))
                .mapToDouble(split -> whole(split, "split_to") / whole(split, "split_from"))
                .reduce(1, (one, other) -> one * other);
    }

    private static double whole(Row row, String column) {
        return row.value(column) instanceof Long number && number > 0 ? number : 1;
    }

    private static LocalDate date(Row row) {
        return date(row, "trade_date");
    }

    private static LocalDate date(Row row, String column) {
        Object value = Objects.requireNonNull(row.value(column), column);
        return value instanceof LocalDate date ? date : LocalDate.parse(value.toString());
    }

    private static Instant time(Row row, String column) {
        return row.value(column) instanceof Instant time ? time : Instant.EPOCH;
    }
}
