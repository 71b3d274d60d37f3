package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.suite.SuiteFailure;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.allinone.watch.DrainWait;
import dev.marketlake.allinone.watch.Drained;
import dev.marketlake.allinone.watch.SuiteWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One run of a suite in the foreground: starts it, shows how it goes, stops it. */
final class SuiteRun {
    private static final Duration TICK = Duration.ofSeconds(1);
    /** What shells give a program that a signal ended: somebody stopped it before its goal was reached. */
    private static final int INTERRUPTED = 130;

    private final Home home;
    private final SuiteSettings settings;
    private final Goal goal;
    private final Terminal terminal;
    private final StopSignal stop;
    private final Clock clock;
    private final Runnable everyTick;

    SuiteRun(
            Home home,
            SuiteSettings settings,
            Goal goal,
            Terminal terminal,
            StopSignal stop,
            Clock clock,
            Runnable everyTick) {
        this.home = home;
        this.settings = settings;
        this.goal = goal;
        this.terminal = terminal;
        this.stop = stop;
        this.clock = clock;
        this.everyTick = everyTick;
    }

    /**
     * Returns the exit code: 0 where the goal was reached; 130 where somebody stopped it before all was in the lake.
     *
     * @throws SuiteFailure if a component does not come up or does not stay up; nothing is left running then
     */
    int run() {
        var began = clock.instant();
        terminal.print("Marketlake: " + settings.market().describe());
        terminal.print("  data in " + settings.folder().root());
        Optional<Drained> drained;
        try (var suite = start()) {
            home.remember(settings.folder());
            terminal.print(seconds(began) + "healthy");
            drained = attend(suite, began);
            terminal.print(seconds(began) + "stopping");
        } catch (SuiteFailure failure) {
            if (stop.isAsked()) {
                terminal.print(seconds(began) + "stopped before it was up");
                return unfinished();
            }
            throw failure;
        }
        terminal.print(seconds(began) + "stopped");
        return drained.map(all -> conclude(all, began)).orElseGet(this::unfinished);
    }

    private int unfinished() {
        return goal == Goal.STOPPED ? 0 : INTERRUPTED;
    }

    private Suite start() {
        try (var whileStarting = stop.interruptible()) {
            return Suite.start(settings, clock, new StartProgress(terminal));
        }
    }

    /** Empty where somebody asked to stop. */
    private Optional<Drained> attend(Suite suite, Instant began) {
        try (var watch = new SuiteWatch(suite.endpoints(), clock)) {
            var display = new RunDisplay(terminal, clock, began);
            var supervision = new Supervision(suite, terminal, stop);
            var drain = new DrainWait(watch, clock);
            display.hints(goal);
            while (!stop.await(TICK)) {
                everyTick.run();
                supervision.look();
                display.refresh(watch);
                var drained = goal == Goal.DRAINED ? drain.look() : Optional.<Drained>empty();
                if (drained.isPresent()) {
                    return drained;
                }
            }
            return Optional.empty();
        }
    }

    private int conclude(Drained drained, Instant began) {
        var failed = drained.ingest().failedForGood();
        failed.forEach(fetch -> terminal.print("given up: " + fetch));
        terminal.print(drained.summary(Duration.between(began, clock.instant())));
        return failed.isEmpty() ? 0 : 1;
    }

    private String seconds(Instant began) {
        return String.format(
                Locale.ROOT,
                "%6.1f s  ",
                Duration.between(began, clock.instant()).toMillis() / 1000.0);
    }
}
