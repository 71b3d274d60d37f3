package dev.marketlake.proofs.sink;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the trials of a law found.
 *
 * @param law for example {@code ambiguous commits}
 * @param trials each a table of its own
 * @param commits versions of all tables, those that made them left out
 * @param rows in the end, all as they must be
 * @param orphans data files left behind that no version names
 * @param events how often what was tried happened, by kind
 * @param controls what was taken away in each control, and the first difference it led to
 */
public record LawFigures(
        String law,
        long trials,
        long commits,
        long rows,
        long orphans,
        Map<String, Integer> events,
        List<Caught> controls,
        Duration time)
        implements Figures {

    /** A control that failed, as it must. */
    public record Caught(String without, String difference) {
        String line() {
            return "the control " + without + " fails, as it must: " + difference;
        }
    }

    public LawFigures {
        events = Map.copyOf(events);
        controls = List.copyOf(controls);
    }

    /** These and those of one table more. */
    LawFigures and(Map<String, Integer> moreEvents, long moreCommits, long moreRows, Duration moreTime) {
        Map<String, Integer> all = new TreeMap<>(events);
        moreEvents.forEach((kind, times) -> all.merge(kind, times, Integer::sum));
        return new LawFigures(
                law, trials + 1, commits + moreCommits, rows + moreRows, orphans, all, controls, time.plus(moreTime));
    }

    @Override
    public String line() {
        return String.format(
                Locale.ROOT,
                "%s: %,d commits of %,d tables, %,d times disturbed%s: %,d rows, none twice, none lost, no version skipped, %,d orphans;"
                        + " %d %s failed, as they must; %.0f s",
                law,
                commits,
                trials,
                events.values().stream().mapToLong(Integer::longValue).sum(),
                events.isEmpty() ? "" : " (" + told() + ")",
                rows,
                orphans,
                controls.size(),
                controls.size() == 1 ? "control" : "controls",
                time.toMillis() / 1e3);
    }

    private String told() {
        return new TreeMap<>(events)
                .entrySet().stream()
                        .map(event -> event.getKey() + " " + event.getValue())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public String json() {
        var root = new JsonMapper().createObjectNode();
        root.put("law", law).put("tables", trials).put("commits", commits).put("rows", rows);
        root.put("rowsTwice", 0).put("rowsLost", 0).put("versionsSkipped", 0).put("orphans", orphans);
        var disturbed = root.putObject("disturbed");
        new TreeMap<>(events).forEach(disturbed::put);
        var failed = root.putObject("controls");
        controls.forEach(control -> failed.put(control.without(), control.difference()));
        root.put("seconds", time.toMillis() / 1e3);
        return root.toPrettyString();
    }
}
