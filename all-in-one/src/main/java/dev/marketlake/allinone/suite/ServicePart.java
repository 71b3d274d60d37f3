package dev.marketlake.allinone.suite;

import dev.marketlake.backing.ChildProcess;
import dev.marketlake.backing.JavaProgram;
import dev.marketlake.backing.Readiness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The simulator or one of our services. */
final class ServicePart implements Part {
    /** A service waits for broker and registry by itself, so its patience includes theirs. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(150);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Component component;
    private final JavaProgram program;
    private final Readiness readiness;
    private volatile @Nullable ChildProcess life;

    ServicePart(Component component, JavaProgram program, Readiness readiness) {
        this.component = component;
        this.program = program;
        this.readiness = readiness;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public void start() {
        stop();
        life = program.start(readiness, START_PATIENCE);
    }

    @Override
    public void stop() {
        var known = life;
        if (known != null) {
            known.stop(STOP_PATIENCE);
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
