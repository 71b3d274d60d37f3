package dev.marketlake.ingest.publish;

/** Whether something we depend on answers. */
public sealed interface Reach {

    /** @param detail such as its address and size */
    record Reached(String detail) implements Reach {}

    /** @param reason names the setting that holds the address */
    record Unreached(String reason) implements Reach {}
}
