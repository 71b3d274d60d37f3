package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.suite.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How long it takes from a raw event to what follows from it, at a steady rate, and how long the stream processor is away when it is killed
 * and when it is restarted, under the same load.
 *
 * <p>The minutes published lie ahead of the wall clock, each observed when it is over and its grace has passed: as at the edge of a live
 * market the observations alone say what is complete, so that a bar is complete when it comes and a roll-up is sent once.
 */
public final class LatencyBench {
    private static final Set<Component> BACKING = EnumSet.of(Component.BROKER, Component.REGISTRY);
    private static final String RULES = "latency-alerts.yml";

    private final Home home;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> says;

    /** @param work empty folder for the run's data */
    public LatencyBench(Home home, Path work, Clock clock, Consumer<String> says) {
        this.home = home;
        this.work = work;
        this.clock = clock;
        this.says = says;
    }

    /** Runs it. @throws ProofFailed where the answer is wrong */
    public LatencyFigures run(LatencyPlan plan) {
        var machine = Machine.now();
        try (var rig = Rig.start(home, work, clock, plan.symbols(), BACKING)) {
            writeRules(rig.suite().config().resolve("alerts.yml"));
            says.accept("starting the stream processor");
            rig.suite().restart(Component.STREAM);
            var ahead = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(2);
            var load = new SteadyLoad(plan.symbols(), MinuteGrid.from(ahead, plan.minutes()));
            return new LatencyRun(rig, load, plan, machine, says).measure();
        }
    }

    private static void writeRules(Path file) {
        try (var rules = Objects.requireNonNull(LatencyBench.class.getResourceAsStream(RULES), RULES)) {
            Files.write(file, rules.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
