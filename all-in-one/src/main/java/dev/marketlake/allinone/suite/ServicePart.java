package dev.marketlake.allinone.suite;

import dev.marketlake.backing.ChildProcess;
import dev.marketlake.backing.JavaProgram;
import dev.marketlake.backing.Readiness;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The simulator or one of our services. */
final class ServicePart implements Part {
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);

    private final Component component;
    private final JavaProgram program;
    private final URI health;
    private final Duration stopPatience;
    private volatile @Nullable ChildProcess life;

    /** @param stopPatience how long it may take to leave, then it is killed */
    ServicePart(Component component, JavaProgram program, URI health, Duration stopPatience) {
        this.component = component;
        this.program = program;
        this.health = health;
        this.stopPatience = stopPatience;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public void start() {
        stop();
        var child = program.start(new Readiness.AtOnce(), START_PATIENCE);
        life = child;
        try {
            switch (new HealthWait(health, START_PATIENCE).await(child)) {
                case HealthWait.End.Ready ready -> {}
                case HealthWait.End.Gone gone -> throw failure("ended with code " + gone.code(), child);
                case HealthWait.End.TimedOut late -> {
                    child.kill();
                    throw failure("is not ready after " + START_PATIENCE.toSeconds() + " s: " + late.lacking(), child);
                }
            }
        } catch (InterruptedException interrupted) {
            child.kill();
            Thread.currentThread().interrupt();
            throw failure("was not awaited to the end", child);
        }
    }

    /** What the program itself reported, else how its log ends. */
    private SuiteFailure failure(String what, ChildProcess child) {
        var lines = String.join("\n", child.lastLogLines());
        var title = "The " + component.title();
        return new SuiteFailure(FailureReport.in(lines)
                .map(said -> title + " says: " + said + " (log: " + program.log() + ")")
                .orElseGet(() ->
                        title + " " + what + "; the end of " + program.log() + ":\n  " + lines.replace("\n", "\n  ")));
    }

    @Override
    public void stop() {
        var known = life;
        if (known != null) {
            known.stop(stopPatience);
        }
    }

    @Override
    public void kill() {
        var known = life;
        if (known != null) {
            known.kill();
        }
    }

    @Override
    public boolean isAlive() {
        var known = life;
        return known != null && known.isAlive();
    }

    @Override
    public long pid() {
        var known = life;
        return known == null ? 0 : known.pid();
    }

    @Override
    public Path log() {
        return program.log();
    }

    @Override
    public List<String> lastLogLines() {
        var known = life;
        return known == null ? List.of() : known.lastLogLines();
    }
}
