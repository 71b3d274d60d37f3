package dev.marketlake.allinone.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Trade dates that wait for a job, by symbol. For one thread. */
final class QueuedDates {
    /** Dates no further apart than that are one range: a job reads weeks before its first date anyway. */
    private static final int GAP_DAYS = 7;

    private final SortedMap<String, SortedSet<LocalDate>> dates = new TreeMap<>();

    /**
     * A stretch of a raw partition in which live counted events of a symbol.
     *
     * @param entry of the ledger
     * @param first first raw offset counted
     * @param next raw offset after the last counted
     * @param beyond how many of them were beyond the depth
     */
    record Stretch(String entry, String topicId, int partition, String symbol, long first, long next, long beyond) {
        String partitionName() {
            return topicId + "/" + partition;
        }
    }

    /**
     * What one job can take up.
     *
     * @param symbols those that wait for just these dates
     */
    record Range(LocalDate from, LocalDate to, List<String> symbols) {}

    private record Dates(LocalDate from, LocalDate to) implements Comparable<Dates> {
        @Override
        public int compareTo(Dates other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    void add(String symbol, LocalDate date) {
        dates.computeIfAbsent(symbol, s -> new TreeSet<>()).add(date);
    }

    void addAll(QueuedDates more) {
        more.dates.forEach((symbol, days) -> days.forEach(day -> add(symbol, day)));
    }

    /** How many pairs of symbol and date wait. */
    int size() {
        return dates.values().stream().mapToInt(SortedSet::size).sum();
    }

    /** Ranges that hold all of them, oldest first. */
    List<Range> ranges() {
        var symbols = new TreeMap<Dates, List<String>>();
        dates.forEach((symbol, days) -> runs(days)
                .forEach(run ->
                        symbols.computeIfAbsent(run, r -> new ArrayList<>()).add(symbol)));
        return symbols.entrySet().stream()
                .map(entry -> new Range(entry.getKey().from(), entry.getKey().to(), List.copyOf(entry.getValue())))
                .toList();
    }

    private static List<Dates> runs(SortedSet<LocalDate> days) {
        var runs = new ArrayList<Dates>();
        for (var day : days) {
            if (runs.isEmpty() || runs.getLast().to().plusDays(GAP_DAYS).isBefore(day)) {
                runs.add(new Dates(day, day));
            } else {
                runs.set(runs.size() - 1, new Dates(runs.getLast().from(), day));
            }
        }
        return runs;
    }
}
