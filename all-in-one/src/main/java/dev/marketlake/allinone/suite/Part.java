package dev.marketlake.allinone.suite;

import java.nio.file.Path;
import java.util.List;

/** One component through any number of lives. Its first life begins with {@link #start()}. */
interface Part {

    Component component();

    /**
     * Returns when it is ready. An interrupt ends the attempt and the process.
     *
     * @throws dev.marketlake.backing.StartFailure or
     * @throws SuiteFailure if it does not come up; nothing of it is left running
     */
    void start();

    /** Asks it to leave, kills it if it does not in bounded time. Does nothing where it does not run. */
    void stop();

    /** As a crash would. */
    void kill();

    boolean isAlive();

    /** Of the present or last life; 0 before the first. */
    long pid();

    Path log();

    List<String> lastLogLines();
}
