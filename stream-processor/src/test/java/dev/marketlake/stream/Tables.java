package dev.marketlake.stream;

import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import dev.marketlake.events.Performance;
import dev.marketlake.stream.judge.AlertKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;

/** What the lake would hold: the latest row of each key, withdrawn ones taken out, bookkeeping and operational alerts left aside. */
public record Tables(
        Map<String, String> bars,
        Map<String, String> indicators,
        Map<String, String> performance,
        Map<String, String> alerts) {
    private static final Set<String> BOOKKEEPING =
            Set.of("revision", "lineage", "raisedAt", "rulesVersion", "positions", "replayed");

    public Tables() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    public Tables copy() {
        return new Tables(
                new TreeMap<>(bars), new TreeMap<>(indicators), new TreeMap<>(performance), new TreeMap<>(alerts));
    }

    public Tables add(MarketDriver market) {
        market.bars().forEach(this::add);
        market.indicators().forEach(this::add);
        market.performance().forEach(this::add);
        market.alerts().forEach(this::add);
        return this;
    }

    public void add(SpecificRecord row) {
        switch (row) {
            case Bar bar ->
                put(bars, key(bar.getSymbol(), bar.getInterval(), bar.getOpenTime()), bar, bar.getDeleted());
            case Indicators one ->
                put(indicators, key(one.getSymbol(), one.getInterval(), one.getOpenTime()), one, one.getDeleted());
            case Performance one -> put(performance, key(one.getSymbol(), one.getTradeDate()), one, one.getDeleted());
            case Alert alert -> {
                if (AlertKind.valueOf(alert.getKind()).isOfBars()) {
                    put(alerts, alert.getAlertId(), alert, alert.getState().equals("RETRACTED"));
                }
            }
            default -> {
                // Other topics hold no rows that are replaced.
            }
        }
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

    private static String key(Object... parts) {
        return List.of(parts).toString();
    }

    private static void put(Map<String, String> table, String key, SpecificRecord row, boolean gone) {
        if (gone) {
            table.remove(key);
        } else {
            table.put(key, content(row));
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
