package dev.marketlake.allinone.suite;

import dev.marketlake.backing.BackingProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The broker, the registry or the object store. */
final class BackingPart implements Part {
    private final Component component;
    private final Supplier<? extends BackingProgram> firstStart;
    private final Path log;
    private volatile @Nullable BackingProgram program;

    BackingPart(Component component, Path log, Supplier<? extends BackingProgram> firstStart) {
        this.component = component;
        this.firstStart = firstStart;
        this.log = log;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public void start() {
        var known = program;
        if (known == null) {
            program = firstStart.get();
        } else {
            known.restart();
        }
    }

    @Override
    public void stop() {
        var known = program;
        if (known != null) {
            known.stop();
        }
    }

    @Override
    public void kill() {
        var known = program;
        if (known != null) {
            known.kill();
        }
    }

    @Override
    public boolean isAlive() {
        var known = program;
        return known != null && known.isAlive();
    }

    @Override
    public long pid() {
        var known = program;
        return known == null ? 0 : known.pid();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public List<String> lastLogLines() {
        var known = program;
        return known == null ? List.of() : known.lastLogLines();
    }
}
