package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.watch.SuiteWatch;
import dev.marketlake.topics.Topics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Times how long a full raw topic takes to come through, and what the processes use meanwhile. */
final class Drain {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final String GROUP = "marketlake-stream";

    private final Suite suite;
    private final SuiteWatch watch;
    private final List<Component> measured;
    private final SuiteWait wait;

    /**
     * What one drain took.
     *
     * @param events raw events drained
     * @param start from the launch of the stream processor to its first committed output
     * @param time from then until everything was committed
     * @param cpu used by each process in that time
     * @param peakMebibytes largest resident set of each process
     */
    record Taken(
            long events,
            Duration start,
            Duration time,
            Map<Component, Duration> cpu,
            Map<Component, OptionalLong> peakMebibytes) {
        double perSecond() {
            return events / (time.toNanos() / 1e9);
        }

        double microsPerEvent(Component component) {
            return cpu.getOrDefault(component, Duration.ZERO).toNanos() / 1e3 / events;
        }
    }

    /** @param measured the processes whose use is noted; started here are those that do not run yet */
    Drain(Suite suite, SuiteWatch watch, List<Component> measured) {
        this.suite = suite;
        this.watch = watch;
        this.measured = measured;
        this.wait = new SuiteWait(suite);
    }

    /** Starts the stream processor and waits until it has committed all that follows from the raw topic. */
    Taken throughTopology(long events) {
        return run(
                events,
                () -> committed() >= events && watch.passage().deriving().isEmpty());
    }

    /** Starts stream processor and sink and waits until every table holds all there is. */
    Taken throughLake(long events) {
        return run(
                events,
                () -> committed() >= events && watch.passage().onTheWay().isEmpty());
    }

    private Taken run(long events, BooleanSupplier done) {
        long launched = System.nanoTime();
        for (var component : measured) {
            if (component != Component.BROKER && component != Component.STORE) {
                new Thread(() -> suite.restart(component), "start-" + component.word()).start();
            }
        }
        wait.until("a first bar", LONGEST, this::firstOutput);
        long began = System.nanoTime();
        var before = cpu();
        wait.until("the end of the raw topic", LONGEST, done);
        long ended = System.nanoTime();
        var used = new EnumMap<Component, Duration>(Component.class);
        var peaks = new EnumMap<Component, OptionalLong>(Component.class);
        cpu().forEach((component, after) -> {
            used.put(component, after.minus(before.getOrDefault(component, Duration.ZERO)));
            peaks.put(component, ProcessCost.peakMebibytes(suite.pid(component)));
        });
        return new Taken(events, Duration.ofNanos(began - launched), Duration.ofNanos(ended - began), used, peaks);
    }

    private boolean firstOutput() {
        return sum(watch.offsets().ends(List.of(Topics.BARS.name()))) > 0;
    }

    private long committed() {
        return sum(watch.offsets().committedBy(GROUP));
    }

    private Map<Component, Duration> cpu() {
        var used = new EnumMap<Component, Duration>(Component.class);
        measured.forEach(component -> used.put(component, ProcessCost.cpu(suite.pid(component))));
        return used;
    }

    /** Records before these offsets, of all partitions. */
    static long sum(Map<?, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
