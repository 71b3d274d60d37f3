package dev.marketlake.allinone.suite;

import dev.marketlake.backing.StartFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Starts parts in waves: first what others stand on, all of it at once, then the services, which would only compete with it
 * for processors while they wait. All come up, or none is left running.
 */
final class Launch {
    private final List<Part> parts;
    private final Endpoints endpoints;
    private final Consumer<StartEvent> listener;
    private final long began = System.nanoTime();

    Launch(List<Part> parts, Endpoints endpoints, Consumer<StartEvent> listener) {
        this.parts = parts;
        this.endpoints = endpoints;
        this.listener = listener;
    }

    void run() {
        try {
            start(parts.stream().filter(part -> !part.component().isService()).toList());
            start(parts.stream().filter(part -> part.component().isService()).toList());
        } catch (RuntimeException failure) {
            var interrupted = Thread.interrupted();
            parts.reversed().forEach(Part::stop);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw failure;
        }
    }

    private void start(List<Part> wave) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new ExecutorCompletionService<Component>(threads);
            for (var part : wave) {
                listener.accept(new StartEvent.Launched(part.component()));
                started.submit(() -> start(part));
            }
            try {
                for (int waiting = wave.size(); waiting > 0; waiting--) {
                    announce(started.take().get());
                }
            } catch (ExecutionException failed) {
                threads.shutdownNow();
                throw failed.getCause() instanceof SuiteFailure failure
                        ? failure
                        : new SuiteFailure(String.valueOf(failed.getCause()), failed);
            } catch (InterruptedException interrupted) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new SuiteFailure("the start was given up", interrupted);
            }
        }
    }

    private void announce(Component component) {
        var after = Duration.ofNanos(System.nanoTime() - began);
        listener.accept(new StartEvent.Ready(component, after, endpoints.of(component)));
    }

    /** @throws SuiteFailure in words for the user */
    static Component start(Part part) {
        try {
            part.start();
            return part.component();
        } catch (StartFailure failure) {
            throw new SuiteFailure(title(part) + " does not start: " + failure.getMessage(), failure);
        } catch (IllegalStateException notStartable) {
            throw new SuiteFailure(title(part) + " does not start: " + notStartable.getMessage(), notStartable);
        }
    }

    private static String title(Part part) {
        return "The " + part.component().title();
    }
}
