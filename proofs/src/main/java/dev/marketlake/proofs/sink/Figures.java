package dev.marketlake.proofs.sink;

/** What a proof found. */
public interface Figures {
    /** For people. */
    String line();

    /** For machines. */
    String json();
}
