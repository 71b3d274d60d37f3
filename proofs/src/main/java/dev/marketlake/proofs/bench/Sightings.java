package dev.marketlake.proofs.bench;

import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.market.Interval;
import dev.marketlake.proofs.bench.Sighted.RollUp;
import dev.marketlake.proofs.claim.Differences;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a reader of committed records sees of a steady load, checked against it: each minute's bar once, with its figures and the position of
 * its raw event; an alert for each spike once, with the positions of the bars it rests on; nothing else. Times are nanoseconds of {@link
 * System#nanoTime()}. For one thread at a time.
 */
final class Sightings {
    private static final String MINUTE = "1m";
    private static final String RAISED = "RAISED";
    private static final int INTERVALS = Interval.values().length;

    private final SteadyLoad load;
    private final Published published;
    private final Differences differences = new Differences();
    private final EventLongs bars = new EventLongs();
    private final EventLongs barPlaces = new EventLongs();
    private final Map<Long, Long> alerts = new HashMap<>();
    private final Map<Long, long[]> alertPlaces = new HashMap<>();
    private final List<RolledUp> rollUps = new ArrayList<>();
    private final Set<Long> rollUpKeys = new HashSet<>();
    private long distinctBars;
    private long through;

    private record RolledUp(long place, long at) {}

    Sightings(SteadyLoad load, Published published) {
        this.load = load;
        this.published = published;
    }

    /** @param at when the reader had it */
    void bar(Bar bar, long at) {
        if (!bar.getInterval().equals(MINUTE)) {
            rollUp(bar, at);
            return;
        }
        long event = load.number(bar.getSymbol(), bar.getOpenTime());
        if (event < 0) {
            differences.add("bar " + bar.getSymbol() + " " + bar.getOpenTime() + " is in no event");
        } else if (bars.has(event)) {
            differences.add("bar " + load.place(event) + " came again, as revision " + bar.getRevision());
        } else {
            differences.unlessEqual(
                    "bar " + load.place(event), load.event(event).tick(), tick(bar));
            bars.set(event, at);
            barPlaces.set(event, published.place(bar.getLineage()));
            distinctBars++;
        }
    }

    private void rollUp(Bar bar, long at) {
        long first = load.number(bar.getSymbol(), bar.getOpenTime());
        if (rollUpKeys.add(first * INTERVALS + Interval.of(bar.getInterval()).ordinal())) {
            rollUps.add(new RolledUp(published.place(bar.getLineage()), at));
        } else {
            differences.add("roll-up " + bar.getSymbol() + " " + bar.getInterval() + " " + bar.getOpenTime()
                    + " came again, as revision " + bar.getRevision());
        }
    }

    /** @param at when the reader had it */
    void alert(Alert alert, long at) {
        long event = load.number(alert.getSymbol(), alert.getOpenTime());
        if (event < 0 || !alert.getInterval().equals(MINUTE) || !load.raises(event)) {
            differences.add("alert " + alert.getAlertId() + " follows from no event");
        } else if (alerts.containsKey(event) || !alert.getState().equals(RAISED)) {
            differences.add("alert " + alert.getAlertId() + " came again, as " + alert.getState());
        } else {
            alerts.put(event, at);
            alertPlaces.put(
                    event,
                    alert.getPositions().stream().mapToLong(published::place).toArray());
        }
    }

    /** The first event whose bar has not been seen yet. */
    long through() {
        while (bars.has(through)) {
            through++;
        }
        return through;
    }

    /**
     * All that was seen of the first {@code sent} events.
     *
     * @throws dev.marketlake.proofs.claim.ProofFailed where it is not exactly what follows from them
     */
    Sighted all(long sent) {
        long expectedAlerts = 0;
        for (long event = 0; event < sent; event++) {
            if (!bars.has(event)) {
                differences.add("bar " + load.place(event) + " never came");
            } else if (published.event(barPlaces.get(event)) != event) {
                differences.add("lineage of bar " + load.place(event) + " names another raw event");
            }
            if (load.raises(event)) {
                expectedAlerts++;
                checkAlert(event);
            }
        }
        differences.unlessEqual("bars", sent, distinctBars);
        differences.unlessEqual("alerts", expectedAlerts, (long) alerts.size());
        var rolledUp = rollUps.stream()
                .map(seen -> new RollUp(published.event(seen.place()), seen.at()))
                .toList();
        rolledUp.stream()
                .filter(seen -> seen.last() < 0)
                .forEach(seen -> differences.add("a roll-up names a raw event that was never published"));
        differences.requireNone("the answer");
        return new Sighted(sent, bars, alerts, rolledUp);
    }

    private void checkAlert(long event) {
        var places = alertPlaces.get(event);
        if (places == null) {
            differences.add("alert of " + load.place(event) + " never came");
        } else {
            var events = LongStream.of(places).map(published::event).boxed().collect(Collectors.toSet());
            differences.unlessEqual("raw events behind the alert of " + load.place(event), restsOn(event), events);
        }
    }

    /** The bar of an event and those its volume is compared with. */
    private Set<Long> restsOn(long event) {
        return LongStream.rangeClosed(0, SteadyLoad.BARS_BEFORE)
                .mapToObj(back -> event - back * load.symbols())
                .collect(Collectors.toSet());
    }

    /** Figures of a bar that is complete, valid and there; of any other none that an event has. */
    private static PricePath.Tick tick(Bar bar) {
        if (bar.getDeleted() || !bar.getValid() || !bar.getComplete() || bar.getVolume() == null) {
            return new PricePath.Tick(0, 0, 0, 0, 0);
        }
        return new PricePath.Tick(
                cents(bar.getOpen()),
                cents(bar.getHigh()),
                cents(bar.getLow()),
                cents(bar.getClose()),
                bar.getVolume());
    }

    private static long cents(BigDecimal price) {
        return price.movePointRight(2).longValueExact();
    }
}
