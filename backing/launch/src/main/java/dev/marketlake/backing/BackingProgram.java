package dev.marketlake.backing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A program with a folder and fixed addresses, through any number of lives: what it stored and where it listens stay the
 * same over {@link #stop()}, {@link #kill()} and {@link #restart()}. Safe for use by several threads.
 */
public abstract sealed class BackingProgram implements AutoCloseable permits Broker, SchemaRegistry, ObjectStore {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final JavaProgram program;
    private final Readiness readiness;
    private volatile ChildProcess life;

    BackingProgram(JavaProgram program, Readiness readiness) {
        this.program = program;
        this.readiness = readiness;
        this.life = program.start(readiness, START_PATIENCE);
    }

    public String name() {
        return program.name();
    }

    public long pid() {
        return life.pid();
    }

    public boolean isAlive() {
        return life.isAlive();
    }

    /** Completes with the exit code when the present life has ended, asked for or not. */
    public CompletableFuture<Integer> exit() {
        return life.exit();
    }

    public Path log() {
        return program.log();
    }

    /** At most 20 lines of the present life's output, to explain an unexpected end. */
    public List<String> lastLogLines() {
        return life.lastLogLines();
    }

    /** Asks it to leave, kills it after 30 s, and returns when it is gone. */
    public Ending stop() {
        return life.stop();
    }

    /** Ends it at once, as a crash would, and returns when it is gone. */
    public void kill() {
        life.kill();
    }

    /**
     * Stops it if it still runs, and starts it again on the same folder and ports.
     *
     * @throws StartFailure if it does not come back; it is down then, and may be restarted again
     */
    public synchronized void restart() {
        life.stop();
        life = program.start(readiness, START_PATIENCE);
    }

    @Override
    public void close() {
        stop();
    }
}
