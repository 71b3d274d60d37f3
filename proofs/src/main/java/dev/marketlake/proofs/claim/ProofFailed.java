package dev.marketlake.proofs.claim;

/** What was to be proven does not hold, or could not be tried. The message holds the first differences. */
public final class ProofFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProofFailed(String message) {
        super(message);
    }

    public ProofFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
