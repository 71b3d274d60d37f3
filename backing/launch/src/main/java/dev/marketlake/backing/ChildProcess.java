package dev.marketlake.backing;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One life of a {@link JavaProgram}. Safe for use by several threads.
 *
 * <p>This JVM holds the writing end of the child's standard input and never writes: when this JVM is gone, so is that
 * end, and {@link GuardedMain} leaves.
 */
public final class ChildProcess implements AutoCloseable {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final List<String> HANDED_DOWN = List.of("PATH", "HOME", "LANG", "TZ", "TMPDIR");

    private final String name;
    private final Process process;
    private final ChildLog log;

    private ChildProcess(String name, Process process, ChildLog log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(JavaProgram program, Readiness readiness, Duration within) {
        var log = ChildLog.beginAt(program.log());
        var child = new ChildProcess(program.name(), spawn(program), log);
        try {
            child.awaitReady(readiness, within);
            return child;
        } catch (InterruptedException interrupted) {
            child.kill();
            Thread.currentThread().interrupt();
            throw new StartFailure(program.name(), "was not awaited to the end", interrupted);
        } catch (RuntimeException failure) {
            child.kill();
            throw failure;
        }
    }

    private static Process spawn(JavaProgram program) {
        var builder = new ProcessBuilder(program.command())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(program.log().toFile()));
        builder.environment().keySet().retainAll(HANDED_DOWN);
        builder.environment().putAll(program.environment());
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new StartFailure(program.name(), "could not be started", failure);
        }
    }

    private void awaitReady(Readiness readiness, Duration within) throws InterruptedException {
        var probe = new ReadinessProbe(readiness, log);
        if (!Deadline.after(within).await(() -> !process.isAlive() || probe.isReady())) {
            throw new StartFailure(name, "was not ready after " + within.toMillis() + " ms", log);
        }
        if (!(readiness instanceof Readiness.AtOnce) && !process.isAlive()) {
            throw new StartFailure(name, "exited with code " + process.exitValue() + " before it was ready", log);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the process has ended, by whatever cause. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public Path log() {
        return log.file();
    }

    /** At most 20 lines of this life's output, to explain an unexpected end. */
    public List<String> lastLogLines() {
        return log.lastLines();
    }

    /** Asks the child to leave (SIGTERM), kills it after 30 s, and returns when it is gone. */
    public Ending stop() {
        return stop(STOP_PATIENCE);
    }

    /** As {@link #stop()}; an interrupt counts as the end of patience and stays set. */
    public Ending stop(Duration patience) {
        if (!process.isAlive()) {
            return Ending.ALREADY_DOWN;
        }
        process.toHandle().destroy();
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Ending.GRACEFUL;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        kill();
        return Ending.FORCED;
    }

    /** Ends the child at once (SIGKILL) and returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        stop();
    }
}
