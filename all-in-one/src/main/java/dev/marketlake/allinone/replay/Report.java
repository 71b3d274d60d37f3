package dev.marketlake.allinone.replay;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a replay came to.
 *
 * @param line one line of figures
 * @param differences the first cells that differ; empty where what was asked for holds
 * @param rows where the derived rows stay, where they differ
 */
public record Report(String line, List<String> differences, String rows) {
    public Report {
        differences = List.copyOf(differences);
    }

    /** Whether what was asked for holds. */
    public boolean holds() {
        return differences.isEmpty();
    }

    static String figures(List<Comparison.Outcome> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.table().name()
                        + (outcome.isEqual()
                                ? " " + side(outcome.lake())
                                : " UNEQUAL: lake " + side(outcome.lake()) + ", replayed " + side(outcome.replayed())))
                .collect(Collectors.joining("; "));
    }

    private static String side(Comparison.Side side) {
        return String.format(
                Locale.ROOT, "%,d rows #%016x", side.rows(), side.hash().longValue());
    }
}
