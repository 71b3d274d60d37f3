package dev.marketlake.lake.quality;

import dev.marketlake.events.CheckResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was found last, and which of it is news. For one thread. */
final class Findings {
    /** What stays the same is told again after so long. */
    private static final Duration AGAIN = Duration.ofHours(6);

    private final Map<Check, Told> told = new HashMap<>();
    private SortedMap<String, String> holds = new TreeMap<>();

    private record Told(Finding finding, Instant at) {}

    /** Results to tell of a look. */
    List<CheckResult> news(List<Finding> found, String version, Instant now) {
        List<CheckResult> news = new ArrayList<>();
        told.keySet().retainAll(found.stream().map(Finding::check).toList());
        for (Finding finding : found) {
            Told before = told.get(finding.check());
            if (before == null || !finding.tellsTheSameAs(before.finding) || !now.isBefore(before.at.plus(AGAIN))) {
                told.put(finding.check(), new Told(finding, now));
                news.add(result(finding, version, now));
            }
        }
        return news;
    }

    /** Results to tell of tables that are held, or not any more. */
    List<CheckResult> news(SortedMap<String, String> held, String version, Instant now) {
        List<CheckResult> news = new ArrayList<>();
        held.forEach((table, reason) -> {
            if (!reason.equals(holds.get(table))) {
                news.add(publication(table, "FAILED", "not published: " + reason, List.of(table), version, now));
            }
        });
        holds.keySet().stream()
                .filter(table -> !held.containsKey(table))
                .forEach(table -> news.add(publication(table, "PASSED", "published again", List.of(), version, now)));
        holds = new TreeMap<>(held);
        return news;
    }

    private static CheckResult result(Finding finding, String version, Instant now) {
        Check check = finding.check();
        List<String> holds = finding.failed() && check.severity() == Severity.BLOCK
                ? QualityGate.isGold(check.table()) ? List.of(check.table()) : Downstream.of(check.table())
                : List.of();
        return CheckResult.newBuilder()
                .setResultId(check.table() + "|" + check.name() + "|" + now)
                .setTable(check.table())
                .setCheck(check.name())
                .setSeverity(check.severity().name())
                .setOutcome(finding.outcome().name())
                .setMeasured(finding.measured())
                .setMessage(finding.message())
                .setSamples(finding.samples())
                .setHolds(holds)
                .setTableVersion(
                        finding.version().isPresent() ? finding.version().getAsLong() : null)
                .setConfigVersion(version)
                .setCheckedAt(now)
                .build();
    }

    private static CheckResult publication(
            String table, String outcome, String message, List<String> holds, String version, Instant now) {
        return CheckResult.newBuilder()
                .setResultId(table + "|publication|" + now)
                .setTable(table)
                .setCheck("publication")
                .setSeverity(Severity.BLOCK.name())
                .setOutcome(outcome)
                .setMessage(message)
                .setSamples(List.of())
                .setHolds(holds)
                .setConfigVersion(version)
                .setCheckedAt(now)
                .build();
    }
}
