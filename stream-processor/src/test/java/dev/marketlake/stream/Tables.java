package dev.marketlake.stream;

import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.CorporateAction;
import dev.marketlake.events.Fundamentals;
import dev.marketlake.events.Indicators;
import dev.marketlake.events.Performance;
import dev.marketlake.events.Trade;
import dev.marketlake.stream.judge.AlertKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the lake would hold: the latest row of each key, withdrawn ones taken out, bookkeeping and operational alerts left aside.
 *
 * @param facts trades, snapshots, fundamentals, splits and dividends
 */
public record Tables(
        Map<String, String> bars,
        Map<String, String> indicators,
        Map<String, String> performance,
        Map<String, String> alerts,
        Map<String, String> facts) {
    private static final Set<String> BOOKKEEPING =
            Set.of("revision", "lineage", "raisedAt", "rulesVersion", "positions", "replayed");

    /** Where a row belongs, and whether it takes the one there away. */
    private record Slot(Map<String, String> table, String key, boolean emptied) {
        static Optional<Slot> of(Map<String, String> table, boolean emptied, Object... key) {
            return Optional.of(new Slot(table, List.of(key).toString(), emptied));
        }
    }

    public Tables() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Without facts. */
    public Tables(
            Map<String, String> bars,
            Map<String, String> indicators,
            Map<String, String> performance,
            Map<String, String> alerts) {
        this(bars, indicators, performance, alerts, new TreeMap<>());
    }

    public Tables copy() {
        return new Tables(
                new TreeMap<>(bars),
                new TreeMap<>(indicators),
                new TreeMap<>(performance),
                new TreeMap<>(alerts),
                new TreeMap<>(facts));
    }

    /** Adds what the driver has sent since it was read last. */
    public Tables add(MarketDriver market) {
        addLatest(market.bars());
        addLatest(market.indicators());
        addLatest(market.performance());
        addLatest(market.alerts());
        addLatest(market.trades());
        addLatest(market.fundamentals());
        addLatest(market.corporateActions());
        return this;
    }

    /** Adds one row; those of other topics, which hold no rows that are replaced, are left aside. */
    public void add(SpecificRecord row) {
        slot(row).ifPresent(slot -> put(slot, row));
    }

    /** All tables by name. */
    public Map<String, Map<String, String>> byName() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        all.put("bars", bars);
        all.put("indicators", indicators);
        all.put("performance", performance);
        all.put("alerts", alerts);
        all.put("facts", facts);
        return all;
    }

    /** Kinds of the alerts that stand. */
    public Set<String> alertKinds() {
        return names("kind");
    }

    /** Rules of the alerts that stand. */
    public Set<String> alertRules() {
        return names("rule");
    }

    private Set<String> names(String column) {
        return alerts.values().stream()
                .map(row -> row.replaceFirst(".*[\\[ ]" + column + "=([^,]*),.*", "$1"))
                .collect(Collectors.toSet());
    }

    private void addLatest(List<? extends SpecificRecord> rows) {
        Set<String> keys = new HashSet<>();
        for (SpecificRecord row : rows.reversed()) {
            slot(row).filter(slot -> keys.add(slot.key())).ifPresent(slot -> put(slot, row));
        }
    }

    private Optional<Slot> slot(SpecificRecord row) {
        return switch (row) {
            case Bar bar ->
                Slot.of(
                        bars,
                        bar.getDeleted(),
                        bar.getSymbol(),
                        bar.getInterval(),
                        bar.getOpenTime(),
                        bar.getPriceBasis());
            case Indicators one ->
                Slot.of(indicators, one.getDeleted(), one.getSymbol(), one.getInterval(), one.getOpenTime());
            case Performance one -> Slot.of(performance, one.getDeleted(), one.getSymbol(), one.getTradeDate());
            case Alert alert ->
                AlertKind.valueOf(alert.getKind()).isOfBars()
                        ? Slot.of(alerts, alert.getState().equals("RETRACTED"), alert.getAlertId())
                        : Optional.empty();
            case Trade trade -> Slot.of(facts, false, "trade", trade.getTradeId());
            case Fundamentals said ->
                Slot.of(facts, said.getDeleted(), "fundamentals", said.getSymbol(), said.getObservedAt());
            case CorporateAction action ->
                Slot.of(facts, false, action.getKind(), action.getSymbol(), action.getDate());
            default -> Optional.empty();
        };
    }

    private static void put(Slot slot, SpecificRecord row) {
        if (slot.emptied()) {
            slot.table().remove(slot.key());
        } else {
            slot.table().put(slot.key(), content(row));
        }
    }

    private static String content(SpecificRecord row) {
        List<String> columns = new ArrayList<>();
        for (Field field : row.getSchema().getFields()) {
            if (!BOOKKEEPING.contains(field.name())) {
                Object value = row.get(field.pos());
                columns.add(field.name() + "=" + (value instanceof Map<?, ?> map ? new TreeMap<>(map) : value));
            }
        }
        return columns.toString();
    }
}
