package dev.marketlake.backing;

import java.net.URI;

/** How a program shows that it serves. */
public sealed interface Readiness {

    /** Nothing is awaited: the program counts as started once its process exists. */
    record AtOnce() implements Readiness {}

    /** The program writes this whole line within the first 32 KiB of its output. */
    record Line(String text) implements Readiness {}

    /** A GET of this address is answered with 2xx. */
    record Answers(URI address) implements Readiness {}
}
