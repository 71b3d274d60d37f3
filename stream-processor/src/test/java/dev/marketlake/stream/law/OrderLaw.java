package dev.marketlake.stream.law;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/**
 * The final tables are a function of the set of raw events: any permutation, duplication, delay up to 48 hours and mix of sources gives the
 * content that sorted input gives, and the same order-free totals of the ledger. One seed is one day of events and one disorder of it.
 */
public final class OrderLaw {
    private OrderLaw() {}

    /**
     * One seed that was tried.
     *
     * @param events raw events of the day
     * @param arrivals how many came in, repeated ones counted each time
     * @param rows rows compared
     * @param kinds kinds of the alerts that stand in the end
     * @param difference the first row or total that differs, on both sides; empty where the law holds
     */
    public record Trial(
            long seed, int events, int arrivals, int rows, List<String> kinds, Optional<String> difference) {}

    /** One day in its two orders. @param end when everything has arrived, and every bar is long complete */
    private record Orders(List<Arrival> sorted, List<Arrival> disorder, Instant end) {
        static Orders of(long seed) {
            List<RawEvent> events = MarketDay.of(seed);
            Random random = new Random(~seed);
            return new Orders(
                    Arrival.sorted(events),
                    random.nextBoolean() ? Arrival.delayed(events, random) : Arrival.shuffled(events, random),
                    Arrival.last(events).plus(Arrival.LONGEST_DELAY.multipliedBy(2)));
        }
    }

    /** The law on one seed. */
    public static Trial trial(long seed) {
        Orders orders = Orders.of(seed);
        Random flushes = new Random(seed);
        Outcome sorted = Outcome.of(orders.sorted(), orders.end(), orders.end(), flushes);
        Outcome found =
                Outcome.of(orders.disorder(), orders.disorder().getFirst().at(), orders.end(), flushes);
        return new Trial(
                seed,
                orders.sorted().size(),
                orders.disorder().size(),
                sorted.tables().byName().values().stream().mapToInt(Map::size).sum(),
                List.copyOf(new TreeSet<>(sorted.tables().alertKinds())),
                inTables(sorted, found).or(() -> inTotals(sorted, found, orders.disorder())));
    }

    /** The same with an engine that leaves aside what lies too far behind stream time. @return the first row that differs */
    public static Optional<String> withStreamTimeWindow(long seed) {
        Orders orders = Orders.of(seed);
        Random flushes = new Random(seed);
        List<Arrival> sorted = new StreamTimeWindow().admitted(orders.sorted());
        List<Arrival> disorder = new StreamTimeWindow().admitted(orders.disorder());
        return inTables(
                Outcome.of(sorted, orders.end(), orders.end(), flushes),
                Outcome.of(disorder, disorder.getFirst().at(), orders.end(), flushes));
    }

    private static Optional<String> inTables(Outcome sorted, Outcome found) {
        Map<String, Map<String, String>> others = found.tables().byName();
        return sorted.tables().byName().entrySet().stream()
                .flatMap(table ->
                        in(table.getKey(), table.getValue(), others.getOrDefault(table.getKey(), Map.of())).stream())
                .findFirst();
    }

    private static Optional<String> in(String table, Map<String, String> sorted, Map<String, String> found) {
        TreeSet<String> keys = new TreeSet<>(sorted.keySet());
        keys.addAll(found.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(sorted.get(key), found.get(key)))
                .findFirst()
                .map(key -> differing(table + " " + key, row(sorted, key), row(found, key)));
    }

    private static String row(Map<String, String> table, String key) {
        return table.getOrDefault(key, "no row");
    }

    private static Optional<String> inTotals(Outcome sorted, Outcome found, List<Arrival> arrivals) {
        if (!sorted.refused().equals(found.refused())) {
            return Optional.of(differing("rejected records", sorted.refused(), found.refused()));
        }
        long refused = arrivals.stream()
                .filter(arrival -> sorted.refused().containsKey(arrival.event()))
                .count();
        Outcome.Totals expected = new Outcome.Totals(sorted.totals().identities(), refused, arrivals.size());
        return expected.equals(found.totals())
                ? Optional.empty()
                : Optional.of(differing("totals of the ledger", expected, found.totals()));
    }

    private static String differing(String what, Object sorted, Object found) {
        return what + "\n    sorted input: " + sorted + "\n    this arrival: " + found;
    }
}
