package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.Suite;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was sent in a window, and what the processes used for it.
 *
 * @param from first event handed to the producer in it
 * @param to the first one after it
 * @param behind how much later than due an event was handed over at most
 * @param cpu of each process
 */
record WindowUse(long from, long to, Duration time, Duration behind, Map<Component, Duration> cpu) {
    private static final List<Component> CHARGED = List.of(Component.STREAM, Component.BROKER);

    /** Where counters stand. @param at nanoseconds */
    record Moment(long sent, long at, Map<Component, Duration> cpu) {
        static Moment of(Suite suite, long sent) {
            var cpu = new EnumMap<Component, Duration>(Component.class);
            CHARGED.forEach(component -> cpu.put(component, ProcessCost.cpu(suite.pid(component))));
            return new Moment(sent, System.nanoTime(), cpu);
        }
    }

    static WindowUse between(Moment before, Moment after, Duration behind) {
        var cpu = new EnumMap<Component, Duration>(Component.class);
        after.cpu()
                .forEach((component, used) ->
                        cpu.put(component, used.minus(before.cpu().getOrDefault(component, Duration.ZERO))));
        return new WindowUse(before.sent(), after.sent(), Duration.ofNanos(after.at() - before.at()), behind, cpu);
    }

    long events() {
        return to - from;
    }

    double perSecond() {
        return events() / (time.toNanos() / 1e9);
    }

    double microsPerEvent(Component component) {
        return cpu.getOrDefault(component, Duration.ZERO).toNanos() / 1e3 / events();
    }
}
