package dev.marketlake.lake.sink;

/** Whether something the sink needs answers. */
public sealed interface Reach {

    /** It does. @param detail where */
    record Reached(String detail) implements Reach {}

    /** It does not. @param reason what is wrong and what to do */
    record Unreached(String reason) implements Reach {}
}
