package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.suite.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a replay bench found.
 *
 * @param consume raw events per second of a consumer that only reads, the limit of it all
 * @param decode the same with the Avro value decoded
 * @param topology drained through the stream processor alone
 * @param lake drained through stream processor and sink; empty where that was not asked for
 */
public record ReplayFigures(
        long events,
        int symbols,
        double consume,
        double decode,
        Drain.Taken topology,
        AnswerCheck.Checked checked,
        Optional<Drain.Taken> lake) {
    /** The readings that every complete valid bar got. */
    public static final List<String> READINGS = List.of(
            "ma_15m",
            "ma_1h",
            "volatility_15m",
            "volatility_1h",
            "volatility_15m_annualized",
            "volatility_1h_annualized",
            "sma_20",
            "sma_50",
            "ema_12",
            "ema_26",
            "macd",
            "macd_signal",
            "macd_histogram",
            "rsi_14",
            "bb_middle",
            "bb_upper",
            "bb_lower",
            "vwap",
            "volume_ratio_20",
            "volume_zscore_20");

    /** For people; the last line holds the figures. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(text("readings of each bar: %s", String.join(" ", READINGS)));
        lines.add(text(
                "rows: %,d bars (%,d distinct minutes), %,d readings, %,d rejected, %,d alerts; %,d readings recomputed",
                checked.bars(),
                checked.minuteBars(),
                checked.readings(),
                checked.rejected(),
                checked.alerts(),
                checked.recomputed()));
        lines.add(text("consume only         %,10.0f events/s", consume));
        lines.add(text("consume and decode   %,10.0f events/s", decode));
        lines.add(described("topology", topology));
        lake.ifPresent(taken -> lines.add(described("topology and lake", taken)));
        lines.add(text(
                "replay of %,d events, %,d symbols: topology %,.0f events/s, %.1f us/event%s",
                events,
                symbols,
                topology.perSecond(),
                topology.microsPerEvent(Component.STREAM),
                lake.map(taken -> text("; with all tables %,.0f events/s", taken.perSecond()))
                        .orElse("")));
        return lines;
    }

    /** For machines. */
    public String json() {
        var root = new JsonMapper().createObjectNode();
        root.put("events", events).put("symbols", symbols);
        root.put("consumeEventsPerSecond", Math.round(consume));
        root.put("decodeEventsPerSecond", Math.round(decode));
        var readings = root.putArray("readings");
        READINGS.forEach(readings::add);
        root.put("bars", checked.bars()).put("indicatorRows", checked.readings());
        root.put("rejected", checked.rejected()).put("alerts", checked.alerts());
        fill(root.putObject("topology"), topology);
        lake.ifPresent(taken -> fill(root.putObject("topologyAndLake"), taken));
        return root.toPrettyString();
    }

    private static String described(String what, Drain.Taken taken) {
        var text = new StringBuilder(text(
                "%-20s %,10.0f events/s in %.2f s, after %.1f s to the first bar;",
                what,
                taken.perSecond(),
                taken.time().toMillis() / 1e3,
                taken.start().toMillis() / 1e3));
        taken.cpu()
                .keySet()
                .forEach(component -> text.append(text(
                        " %s %.1f us/event%s,",
                        component.word(), taken.microsPerEvent(component), peak(taken, component))));
        return text.substring(0, text.length() - 1);
    }

    private static String peak(Drain.Taken taken, Component component) {
        var peak = taken.peakMebibytes().get(component);
        return peak == null || peak.isEmpty() ? "" : " " + peak.getAsLong() + " MiB";
    }

    private static void fill(ObjectNode node, Drain.Taken taken) {
        node.put("eventsPerSecond", Math.round(taken.perSecond()));
        node.put("seconds", taken.time().toMillis() / 1e3);
        node.put("startSeconds", taken.start().toMillis() / 1e3);
        for (var component : taken.cpu().keySet()) {
            var part = node.putObject(component.word());
            part.put("cpuMicrosPerEvent", taken.microsPerEvent(component));
            var peak = taken.peakMebibytes().get(component);
            if (peak != null && peak.isPresent()) {
                part.put("peakMebibytes", peak.getAsLong());
            }
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
