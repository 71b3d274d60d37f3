package dev.marketlake.allinone.suite;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A running suite. Its processes end with this JVM, however this JVM ends; {@link #close()} ends them in order. Safe for
 * use by several threads.
 */
public final class Suite implements AutoCloseable {
    private final SuiteSettings settings;
    private final FolderLock lock;
    private final Endpoints endpoints;
    private final Path config;
    private final Map<Component, Part> parts;
    private final Instant startedAt;
    private final Set<Component> meantToBeDown = ConcurrentHashMap.newKeySet();

    private Suite(
            SuiteSettings settings,
            FolderLock lock,
            Endpoints endpoints,
            Path config,
            List<Part> parts,
            Instant startedAt) {
        this.settings = settings;
        this.lock = lock;
        this.endpoints = endpoints;
        this.config = config;
        this.startedAt = startedAt;
        this.parts = new EnumMap<>(Component.class);
        parts.forEach(part -> this.parts.put(part.component(), part));
    }

    /**
     * Returns when every component is ready. An interrupt ends the attempt like a failure.
     *
     * @throws SuiteFailure if the folder is in use, a port is taken, or a component does not come up; nothing is left
     *     running then
     */
    public static Suite start(SuiteSettings settings, Clock clock, Consumer<StartEvent> listener) {
        return start(settings, EnumSet.allOf(Component.class), clock, listener);
    }

    /**
     * As above, but returns when those of {@code first} are ready; the others stay down until {@link #restart}.
     *
     * @param first what to start now
     */
    public static Suite start(
            SuiteSettings settings, Set<Component> first, Clock clock, Consumer<StartEvent> listener) {
        var lock = FolderLock.take(settings.folder());
        try {
            var ports = Ports.choose(settings.ports());
            var endpoints = Endpoints.on(ports);
            var plan = settings.market().plan(settings.folder(), ports);
            var parts = new Parts(settings, ports, plan).all();
            var suite = new Suite(settings, lock, endpoints, plan.config(), parts, clock.instant());
            var now = parts.stream()
                    .filter(part -> first.contains(part.component()))
                    .toList();
            parts.stream()
                    .map(Part::component)
                    .filter(component -> !first.contains(component))
                    .forEach(suite.meantToBeDown::add);
            new Launch(now, endpoints, listener).run();
            suite.writeRunFile();
            return suite;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    public SuiteSettings settings() {
        return settings;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    /** Folder of the YAML files it goes by. */
    public Path config() {
        return config;
    }

    /** The components this suite has: no simulator where real providers are asked. */
    public Set<Component> components() {
        return parts.keySet();
    }

    /** Those that have ended without being asked to. */
    public Set<Component> fallen() {
        var fallen = EnumSet.noneOf(Component.class);
        parts.forEach((component, part) -> {
            if (!part.isAlive() && !meantToBeDown.contains(component)) {
                fallen.add(component);
            }
        });
        return fallen;
    }

    /** Where a component's log is and how it ends, for a message. */
    public String lastWords(Component component) {
        var part = part(component);
        return "the end of " + part.log() + ":\n  " + String.join("\n  ", part.lastLogLines());
    }

    /** Process id of a component's present or last life; 0 before the first. */
    public long pid(Component component) {
        return part(component).pid();
    }

    /** Asks a component to leave, as at the end of the suite; it stays down until {@link #restart}. */
    public void stop(Component component) {
        meantToBeDown.add(component);
        part(component).stop();
    }

    /** Ends a component at once (SIGKILL), as a crash would; it stays down until {@link #restart}. */
    public void kill(Component component) {
        meantToBeDown.add(component);
        part(component).kill();
    }

    /**
     * Starts a component again, after it fell or was killed, with the same settings and addresses; returns when it is
     * ready.
     *
     * @throws SuiteFailure if it does not come back; it is down then
     */
    public void restart(Component component) {
        Launch.start(part(component));
        meantToBeDown.remove(component);
        writeRunFile();
    }

    private Part part(Component component) {
        var part = parts.get(component);
        if (part == null) {
            throw new IllegalArgumentException("this suite has no " + component.title());
        }
        return part;
    }

    private void writeRunFile() {
        var pids = new EnumMap<Component, Long>(Component.class);
        parts.forEach((component, part) -> pids.put(component, part.pid()));
        new RunFile(
                        ProcessHandle.current().pid(),
                        startedAt,
                        settings.market().describe(),
                        settings.bucket(),
                        config.toString(),
                        endpoints,
                        settings.folder().credentialsFile().toString(),
                        pids)
                .write(settings.folder());
    }

    /** Stops every component, writers first, each within at most 30 s, and lets go of the folder. */
    @Override
    public void close() {
        meantToBeDown.addAll(parts.keySet());
        for (var component : Component.STOP_ORDER) {
            var part = parts.get(component);
            if (part != null) {
                part.stop();
            }
        }
        RunFile.delete(settings.folder());
        lock.close();
    }
}
