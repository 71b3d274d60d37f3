package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.suite.Component;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a latency bench found. Latencies are milliseconds from the moment a raw event was due to be published to the moment a reader of
 * committed records had what follows from it.
 *
 * @param machine before the run
 * @param bars of the window, one of each event
 * @param rollUps from the last of their minutes on
 * @param killed after {@code kill -9}
 * @param restarted after a clean stop
 */
public record LatencyFigures(
        LatencyPlan plan,
        Machine machine,
        WindowUse use,
        Latencies bars,
        Latencies alerts,
        Latencies rollUps,
        Absence killed,
        Absence restarted,
        Answer answer) {
    static final Duration P50_TARGET = Duration.ofMillis(120);
    static final Duration P99_TARGET = Duration.ofMillis(250);
    static final Duration BACK_TARGET = Duration.ofSeconds(5);

    /**
     * How long the stream processor was away.
     *
     * @param late how long bars came later than {@link #P99_TARGET}, from the beginning of the gap
     */
    record Absence(Away.Gap gap, Duration late) {}

    /** What was checked: distinct minutes' bars, as many as events; alerts; roll-ups. */
    record Answer(long bars, long alerts, long rollUps) {}

    /** For people; the last line holds the figures. */
    public List<String> lines() {
        return List.of(
                machine.described(),
                text(
                        "sent %,d events in %.1f s, %,.1f/s (asked for %,d/s), at most %.1f ms after they were due",
                        use.events(), seconds(use.time()), use.perSecond(), plan.rate(), millis(use.behind())),
                text("ms from the moment an event was due to a read-committed reader, the bar complete when fetched:"),
                text("%-9s %9s %8s %8s %8s %8s %8s", "", "count", "p50", "p90", "p99", "p99.9", "max"),
                row("bars", bars),
                row("alerts", alerts),
                row("roll-ups", rollUps),
                text(
                        "targets  p50 < %d ms: bars %s, alerts %s; p99 < %d ms: bars %s, alerts %s",
                        P50_TARGET.toMillis(),
                        met(bars, 500, P50_TARGET),
                        met(alerts, 500, P50_TARGET),
                        P99_TARGET.toMillis(),
                        met(bars, 990, P99_TARGET),
                        met(alerts, 990, P99_TARGET)),
                text(
                        "CPU per event: stream %.1f us, broker %.1f us",
                        use.microsPerEvent(Component.STREAM), use.microsPerEvent(Component.BROKER)),
                absence("back after kill -9", killed),
                absence("after a clean restart", restarted),
                text(
                        "answer: %,d bars, %,d alerts, %,d roll-ups, each exactly once; the ledger balances",
                        answer.bars(), answer.alerts(), answer.rollUps()),
                text(
                        "latency at %,d events/s, %,d symbols: alerts p50 %.0f ms, p99 %.0f ms; bars p50 %.0f ms, p99 %.0f ms;"
                                + " back after kill -9 in %.1f s, after a restart in %.1f s",
                        plan.rate(),
                        plan.symbols(),
                        alerts.within(500),
                        alerts.within(990),
                        bars.within(500),
                        bars.within(990),
                        seconds(killed.gap().first()),
                        seconds(restarted.gap().first())));
    }

    /** For machines. */
    public String json() {
        var root = new JsonMapper().createObjectNode();
        root.put("eventsPerSecondAsked", plan.rate())
                .put("seconds", plan.window())
                .put("symbols", plan.symbols());
        root.put("processors", machine.processors()).put("loadBefore", machine.load());
        root.put("events", use.events()).put("eventsPerSecond", use.perSecond());
        root.put("mostBehindMillis", millis(use.behind()));
        fill(root.putObject("barMillis"), bars);
        fill(root.putObject("alertMillis"), alerts);
        fill(root.putObject("rollUpMillis"), rollUps);
        root.putObject("cpuMicrosPerEvent")
                .put("stream", use.microsPerEvent(Component.STREAM))
                .put("broker", use.microsPerEvent(Component.BROKER));
        fill(root.putObject("kill"), killed);
        fill(root.putObject("restart"), restarted);
        root.putObject("targets")
                .put("p50Millis", P50_TARGET.toMillis())
                .put("p99Millis", P99_TARGET.toMillis())
                .put("backSeconds", BACK_TARGET.toSeconds())
                .put("met", allMet());
        root.putObject("checked")
                .put("bars", answer.bars())
                .put("alerts", answer.alerts())
                .put("rollUps", answer.rollUps());
        return root.toPrettyString();
    }

    private boolean allMet() {
        return isMet(bars, 500, P50_TARGET)
                && isMet(bars, 990, P99_TARGET)
                && isMet(alerts, 500, P50_TARGET)
                && isMet(alerts, 990, P99_TARGET)
                && isMet(killed)
                && isMet(restarted);
    }

    private static boolean isMet(Latencies latencies, int perMille, Duration target) {
        return latencies.within(perMille) < target.toMillis();
    }

    private static boolean isMet(Absence absence) {
        return absence.gap().first().compareTo(BACK_TARGET) <= 0;
    }

    private static String met(Latencies latencies, int perMille, Duration target) {
        return told(isMet(latencies, perMille, target));
    }

    private static String told(boolean met) {
        return met ? "met" : "MISSED";
    }

    private static String row(String what, Latencies latencies) {
        return text(
                "%-9s %,9d %8.1f %8.1f %8.1f %8.1f %8.1f",
                what,
                latencies.count(),
                latencies.within(500),
                latencies.within(900),
                latencies.within(990),
                latencies.within(999),
                latencies.within(1000));
    }

    private static String absence(String what, Absence absence) {
        return text(
                "%s: first committed record after %.1f s, of which the process took %.1f s to end (target <= %d s: %s);"
                        + " bars more than %d ms late until %.1f s after it",
                what,
                seconds(absence.gap().first()),
                seconds(absence.gap().down()),
                BACK_TARGET.toSeconds(),
                told(isMet(absence)),
                P99_TARGET.toMillis(),
                seconds(absence.late()));
    }

    private static void fill(ObjectNode node, Latencies latencies) {
        node.put("count", latencies.count())
                .put("p50", latencies.within(500))
                .put("p90", latencies.within(900))
                .put("p99", latencies.within(990))
                .put("p999", latencies.within(999))
                .put("max", latencies.within(1000));
    }

    private static void fill(ObjectNode node, Absence absence) {
        node.put("firstRecordSeconds", seconds(absence.gap().first()))
                .put("processDownSeconds", seconds(absence.gap().down()))
                .put("lateUntilSeconds", seconds(absence.late()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
