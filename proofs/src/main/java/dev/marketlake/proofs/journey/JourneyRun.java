package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.StartEvent;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.suite.SuiteFailure;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.allinone.watch.DrainWait;
import dev.marketlake.allinone.watch.Drained;
import dev.marketlake.allinone.watch.SuiteWatch;
import dev.marketlake.proofs.claim.ProofFailed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of a suite until everything is in the lake. */
public final class JourneyRun {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final SuiteSettings settings;
    private final Clock clock;
    private final Consumer<String> says;

    public JourneyRun(SuiteSettings settings, Clock clock, Consumer<String> says) {
        this.settings = settings;
        this.clock = clock;
        this.says = says;
    }

    DataFolder folder() {
        return settings.folder();
    }

    /** @throws ProofFailed where the suite does not start, does not drain, loses a component, or gives up a fetch */
    Drained untilDrained(Killings killings) {
        try (var suite = start()) {
            return drain(suite, killings);
        } catch (SuiteFailure failure) {
            throw new ProofFailed(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Starts the suite. @throws SuiteFailure where it does not come up */
    public Suite start() {
        return Suite.start(settings, clock, this::tell);
    }

    /** Waits until the lake of a suite of this run holds all that was fetched. @throws ProofFailed as above */
    public Drained drain(Suite suite) {
        return drain(suite, Killings.none());
    }

    private Drained drain(Suite suite, Killings killings) {
        var began = clock.instant();
        try (var watch = new SuiteWatch(suite.endpoints(), clock)) {
            var drained = attend(suite, watch, killings);
            if (!drained.ingest().failedForGood().isEmpty()) {
                throw new ProofFailed(
                        "fetches were given up: " + drained.ingest().failedForGood());
            }
            says.accept(drained.summary(since(began)));
            return drained;
        }
    }

    private Drained attend(Suite suite, SuiteWatch watch, Killings killings) {
        var drain = new DrainWait(watch, clock);
        while (true) {
            killings.look(suite, watch);
            requireStanding(suite);
            var drained = drain.look();
            if (drained.isPresent()) {
                return drained.get();
            }
            pause();
        }
    }

    private static void requireStanding(Suite suite) {
        for (var component : suite.fallen()) {
            throw new ProofFailed("the " + component.title() + " ended by itself; " + suite.lastWords(component));
        }
    }

    private void tell(StartEvent event) {
        if (event instanceof StartEvent.Ready ready) {
            says.accept(String.format(
                    Locale.ROOT,
                    "%s up after %.1f s",
                    ready.component().word(),
                    ready.after().toMillis() / 1000.0));
        }
    }

    private Duration since(Instant began) {
        return Duration.between(began, clock.instant());
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }
}
