package dev.marketlake.lake.star;

import static dev.marketlake.lake.star.SmallRows.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.lake.content.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketViewTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");

    private final List<Row> bars = new ArrayList<>();
    private final List<Row> performance = new ArrayList<>();
    private final List<Row> alerts = new ArrayList<>();
    private final List<Row> splits = new ArrayList<>();

    private void bar(int day, long volume) {
        bars.add(row(
                "trade_date",
                FIRST.plusDays(day),
                "close",
                new BigDecimal("10.5"),
                "volume",
                volume,
                "observed_at",
                at(day)));
    }

    private static Instant at(int day) {
        return FIRST.plusDays(day).atTime(20, 0).toInstant(java.time.ZoneOffset.UTC);
    }

    private void alert(int day, String id, String state, String severity) {
        alerts.add(row(
                "trade_date",
                FIRST.plusDays(day).toString(),
                "alert_id",
                id,
                "state",
                state,
                "severity",
                severity,
                "message",
                "message of " + id,
                "open_time",
                at(day),
                "observed_at",
                at(day).plusSeconds(60)));
    }

    private List<StarRow> rows() {
        return new MarketView("AAPL", Company.UNKNOWN, bars, performance, alerts, splits, Map.of(FIRST, 10.25)).rows();
    }

    @Test
    void a_day_has_its_bar_its_performance_and_the_alerts_that_stand() {
        bar(1, 100);
        bar(0, 100);
        performance.add(
                row("trade_date", FIRST, "return_1d", 0.02, "drawdown", -0.1, "observed_at", at(0).minusSeconds(1)));
        alert(0, "a", "RAISED", "WARNING");
        alert(0, "b", "RAISED", "CRITICAL");
        alert(0, "c", "RETRACTED", "CRITICAL");

        List<StarRow> rows = rows();

        assertThat(rows).extracting(row -> row.value("trade_date")).containsExactly(FIRST, FIRST.plusDays(1));
        StarRow day = rows.getFirst();
        assertThat(day.value("close")).isEqualTo(new BigDecimal("10.5"));
        assertThat(day.value("avg_price")).isEqualTo(10.25);
        assertThat(day.value("price_change_pct")).isEqualTo(2.0);
        assertThat(day.value("drawdown")).isEqualTo(-0.1);
        assertThat(day.value("alerts")).isEqualTo(2);
        assertThat(day.value("critical_alerts")).isEqualTo(1);
        assertThat(day.value("last_alert")).isEqualTo("message of b");
        assertThat(day.value("observed_at")).isEqualTo(at(0).plusSeconds(60));
        assertThat(rows.getLast().value("alerts")).isEqualTo(0);
        assertThat(rows.getLast().value("price_change_pct")).isNull();
    }

    @Test
    void volume_is_compared_with_twenty_days_before_in_todays_shares() {
        for (int day = 0; day < 20; day++) {
            bar(day, 100);
        }
        bar(20, 400);
        assertThat(rows().get(19).value("volume_ratio")).isNull();
        assertThat((Double) rows().get(20).value("volume_ratio")).isEqualTo(4, within(1e-12));

        splits.add(row("kind", "SPLIT", "date", FIRST.plusDays(20), "split_to", 4L, "split_from", 1L));
        splits.add(row("kind", "SPLIT", "date", FIRST.plusDays(21), "split_to", 7L, "split_from", 1L));
        splits.add(row("kind", "DIVIDEND", "date", FIRST.plusDays(3)));

        assertThat((Double) rows().get(20).value("volume_ratio")).isEqualTo(1, within(1e-12));
    }
}
