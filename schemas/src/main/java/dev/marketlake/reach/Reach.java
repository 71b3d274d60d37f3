package dev.marketlake.reach;

/** Whether something that a service needs answers now. */
public sealed interface Reach {

    /** It does. @param detail where */
    record Reached(String detail) implements Reach {}

    /** It does not; it may later. @param reason one line: what is wrong, which setting to look at, without secrets */
    record Unreached(String reason) implements Reach {}
}
