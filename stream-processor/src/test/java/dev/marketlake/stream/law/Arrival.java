package dev.marketlake.stream.law;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** One event as it comes in. @param at when it arrives, by Kafka's clock */
record Arrival(RawEvent event, Instant at) {
    static final Duration LONGEST_DELAY = Duration.ofHours(48);

    /** Each once, by event time, and of one time as they were observed. */
    static List<Arrival> sorted(List<RawEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(RawEvent::time)
                        .thenComparing(event -> event.quote().getObservedAt())
                        .thenComparing(event -> event.quote().getSequence()))
                .map(event -> new Arrival(event, event.quote().getObservedAt()))
                .toList();
    }

    /** All at once and in any order, after the last was observed; one in five comes again. */
    static List<Arrival> shuffled(List<RawEvent> events, Random random) {
        List<RawEvent> repeated = repeated(events, random);
        Collections.shuffle(repeated, random);
        Instant last = last(events);
        return repeated.stream().map(event -> new Arrival(event, last)).toList();
    }

    /** Each some time after it was observed, half of them within a minute, the longest 48 hours; one in five comes again. */
    static List<Arrival> delayed(List<RawEvent> events, Random random) {
        return repeated(events, random).stream()
                .map(event -> new Arrival(event, event.quote().getObservedAt().plusSeconds(delay(random))))
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
    }

    static Instant last(List<RawEvent> events) {
        return events.stream()
                .map(event -> event.quote().getObservedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static long delay(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3_600);
            case 1 -> random.nextLong(LONGEST_DELAY.toSeconds() + 1);
            default -> random.nextInt(60);
        };
    }

    private static List<RawEvent> repeated(List<RawEvent> events, Random random) {
        List<RawEvent> repeated = new ArrayList<>();
        for (RawEvent event : events) {
            do {
                repeated.add(event);
            } while (random.nextInt(5) == 0);
        }
        return repeated;
    }
}
