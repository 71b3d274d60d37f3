package dev.marketlake.allinone.watch;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.RunFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running suite, asked part by part.
 *
 * @param pid of the process that holds it
 * @param streamLag raw records the stream processor has not committed; null where the broker does not tell
 * @param ledger null where the broker does not tell
 * @param ingest null where the service does not answer
 * @param tables empty where the sink does not answer
 */
public record SuiteStatus(
        long pid,
        String market,
        List<ComponentStatus> components,
        @Nullable Long streamLag,
        @Nullable LedgerTotals ledger,
        @Nullable IngestReport ingest,
        List<TableReport> tables) {

    public SuiteStatus {
        components = List.copyOf(components);
        tables = List.copyOf(tables);
    }

    public static SuiteStatus look(RunFile run, SuiteWatch watch) {
        var health = new ComponentHealth(run, watch);
        var components = run.pids().keySet().stream().sorted().map(health::of).toList();
        return new SuiteStatus(
                run.pid(),
                run.market(),
                components,
                told(watch::streamLag).orElse(null),
                told(watch::ledgerTotals).orElse(null),
                watch.reports().ingest().orElse(null),
                watch.reports().tables().orElse(List.of()));
    }

    private static <T> Optional<T> told(java.util.function.Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (BrokerSilent silent) {
            return Optional.empty();
        }
    }

    /** Every component serves, and no table has halted or is held. */
    @JsonProperty("allUp")
    public boolean allUp() {
        return components.stream().allMatch(ComponentStatus::up)
                && tables.stream().noneMatch(table -> table.isHalted() || table.isHeld());
    }

    /** For people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(market + " (process " + pid + ")");
        components.forEach(component -> lines.add(String.format(
                Locale.ROOT,
                "  %-16s  %-4s  %-44s  %s",
                component.component().title(),
                component.up() ? "UP" : "DOWN",
                component.address(),
                component.detail())));
        lines.add("  lag: stream " + (streamLag == null ? "unknown" : number(streamLag)) + ", sink "
                + number(tables.stream().mapToLong(TableReport::lag).sum()));
        lines.add("  ledger: " + (ledger == null ? "unknown" : ledger(ledger)));
        if (ingest != null) {
            ingest.providers().forEach(provider -> lines.add(provider(provider)));
        }
        tables.stream()
                .filter(TableReport::isHalted)
                .forEach(table -> lines.add("  " + table.table() + " HALTED: " + table.message()));
        tables.stream()
                .filter(TableReport::isHeld)
                .forEach(table -> lines.add("  " + table.table() + " HELD: " + table.message()));
        return List.copyOf(lines);
    }

    private static String ledger(LedgerTotals ledger) {
        return String.format(
                Locale.ROOT,
                "%,d accepted, %,d revised, %,d duplicate, %,d superseded, %,d rejected, %,d beyond depth",
                ledger.accepted(),
                ledger.revised(),
                ledger.duplicate(),
                ledger.superseded(),
                ledger.rejected(),
                ledger.beyondDepth());
    }

    private static String provider(IngestReport.Provider provider) {
        return String.format(
                Locale.ROOT,
                "  %s: breaker %s, %,d requests, %,d throttled, %,d errors",
                provider.provider(),
                provider.breaker(),
                provider.requests(),
                provider.throttled(),
                provider.errors());
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * One component's answer.
     *
     * @param address where it answers
     * @param detail why it is down, or what it has to say
     */
    public record ComponentStatus(Component component, boolean up, String address, String detail) {}
}
