package dev.marketlake.allinone.explain;

import dev.marketlake.allinone.explain.RawEvents.Place;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.market.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a row of the lake is what it is. */
public final class Explanation {
    private static final String BAR_COLUMNS =
            "symbol, interval, open_time, trade_date, session, open, high, low, close, volume,"
                    + " child_count, source, price_basis, complete, valid, violations, observed_at, provider_time, revision,"
                    + " raw_topic_id, raw_partition, raw_offset, kafka_topic_id, kafka_partition, kafka_offset";

    private Explanation() {}

    /** An alert with its evidence and the raw events behind it; empty where there is none of that id. */
    public static Optional<Fact> ofAlert(Lake lake, String alertId) {
        return LakeRows.of(lake, "SELECT * FROM gold.alerts WHERE alert_id = " + LakeSession.text(alertId)).stream()
                .findFirst()
                .map(alert -> new Fact(
                        "alert " + alertId + ", from market.alerts " + Place.of(alert, "kafka_"),
                        without(alert, "alert_id", "positions", "kafka_topic_id", "kafka_partition", "kafka_offset"),
                        RawEvents.of(lake, places(alert.get("positions")))));
    }

    private static List<Place> places(@Nullable Object positions) {
        var places = new ArrayList<Place>();
        if (positions instanceof List<?> list) {
            for (var one : list) {
                var place = one instanceof Map<?, ?> map ? Place.of(map, "") : null;
                if (place != null) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    /** The bars of a symbol that open at a time, of every price basis, each with what it came from. */
    public static List<Fact> ofBar(Lake lake, String symbol, Instant openTime, Interval interval) {
        return bars(lake, symbol, openTime, openTime, interval.label()).stream()
                .map(bar -> bar(lake, bar, interval))
                .toList();
    }

    private static Fact bar(Lake lake, Map<String, @Nullable Object> bar, Interval interval) {
        var from = new ArrayList<Fact>();
        if (bar.get("child_count") == null) {
            from.addAll(RawEvents.of(lake, raw(List.of(bar))));
        } else {
            from.add(children(lake, bar, interval));
        }
        return new Fact(
                bar.get("interval") + " bar of " + bar.get("symbol") + " at " + bar.get("open_time")
                        + ", from market.bars " + Place.of(bar, "kafka_"),
                without(
                        bar,
                        "symbol",
                        "interval",
                        "open_time",
                        "raw_topic_id",
                        "raw_partition",
                        "raw_offset",
                        "kafka_topic_id",
                        "kafka_partition",
                        "kafka_offset"),
                from);
    }

    /** The minutes that a roll-up was folded from: complete and valid, of its own session. */
    private static Fact children(Lake lake, Map<String, @Nullable Object> rollUp, Interval interval) {
        var open = (Instant) Objects.requireNonNull(rollUp.get("open_time"), "open_time");
        var last = open.plus(interval.length()).minusNanos(1000);
        var minutes = bars(lake, String.valueOf(rollUp.get("symbol")), open, last, Interval.M1.label()).stream()
                .filter(minute -> Boolean.TRUE.equals(minute.get("valid"))
                        && Boolean.TRUE.equals(minute.get("complete"))
                        && String.valueOf(rollUp.get("session")).equals(minute.get("session"))
                        && String.valueOf(rollUp.get("trade_date")).equals(String.valueOf(minute.get("trade_date"))))
                .toList();
        return new Fact(
                "folded from " + rollUp.get("child_count") + " bars; minutes in the lake that count: " + minutes.size(),
                Map.of(),
                RawEvents.of(lake, raw(minutes)));
    }

    private static LinkedHashSet<Place> raw(List<Map<String, @Nullable Object>> bars) {
        var places = new LinkedHashSet<Place>();
        for (var bar : bars) {
            var place = Place.of(bar, "raw_");
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    private static List<Map<String, @Nullable Object>> bars(
            Lake lake, String symbol, Instant from, Instant to, String interval) {
        return LakeRows.of(
                lake,
                "SELECT " + BAR_COLUMNS + " FROM silver.bars WHERE symbol = " + LakeSession.text(symbol)
                        + " AND interval = " + LakeSession.text(interval) + " AND open_time BETWEEN TIMESTAMPTZ "
                        + LakeSession.text(from.toString()) + " AND TIMESTAMPTZ " + LakeSession.text(to.toString())
                        + " ORDER BY open_time, price_basis");
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> row, String... columns) {
        var rest = new LinkedHashMap<>(row);
        rest.keySet().removeAll(List.of(columns));
        return rest;
    }
}
