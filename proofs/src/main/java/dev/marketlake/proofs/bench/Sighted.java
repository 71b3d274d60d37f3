package dev.marketlake.proofs.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What a reader of committed records has seen of a steady load, known to be right: the raw event that a record names as its cause is the one
 * it is listed under. Times are nanoseconds of {@link System#nanoTime()}.
 *
 * @param events sent
 * @param bars when the bar of each event was seen
 * @param alerts when the alert of a spike was seen, by the event of the spike, the last of those it rests on
 * @param rollUps of all intervals above a minute
 */
record Sighted(long events, EventLongs bars, Map<Long, Long> alerts, List<RollUp> rollUps) {

    /** A roll-up. @param last event of its last minute @param at when it was seen */
    record RollUp(long last, long at) {}

    /** Of the bars of the events from {@code from} to before {@code to}, counted from when each event was due. */
    Latencies barLatencies(Pace pace, long from, long to) {
        return new Latencies(LongStream.range(from, to)
                .map(event -> bars.get(event) - pace.due(event))
                .toArray());
    }

    /** The same of the alerts that those events raise. */
    Latencies alertLatencies(Pace pace, long from, long to) {
        return new Latencies(alerts.entrySet().stream()
                .filter(seen -> seen.getKey() >= from && seen.getKey() < to)
                .mapToLong(seen -> seen.getValue() - pace.due(seen.getKey()))
                .toArray());
    }

    /** The same of the roll-ups whose last minute is one of those events. */
    Latencies rollUpLatencies(Pace pace, long from, long to) {
        return new Latencies(rollUps.stream()
                .filter(seen -> seen.last() >= from && seen.last() < to)
                .mapToLong(seen -> seen.at() - pace.due(seen.last()))
                .toArray());
    }

    /**
     * How long bars came late by more than {@code bound}, from an outage's begin to the last such bar of the events due before
     * {@code until}.
     */
    Duration late(Pace pace, long began, long until, Duration bound) {
        return Duration.ofNanos(LongStream.range(0, events)
                .filter(event -> pace.due(event) < until && bars.get(event) > began)
                .filter(event -> bars.get(event) - pace.due(event) > bound.toNanos())
                .map(event -> bars.get(event) - began)
                .max()
                .orElse(0));
    }
}
