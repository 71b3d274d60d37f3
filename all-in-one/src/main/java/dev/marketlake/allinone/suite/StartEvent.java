package dev.marketlake.allinone.suite;

import java.time.Duration;

/** What a starting suite tells on the way. */
public sealed interface StartEvent {

    /** A component has been launched and is awaited. */
    record Launched(Component component) implements StartEvent {}

    /**
     * A component serves.
     *
     * @param after since the suite began to start
     * @param where its address
     */
    record Ready(Component component, Duration after, String where) implements StartEvent {}
}
