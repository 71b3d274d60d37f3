package dev.marketlake.allinone.suite;

/**
 * The suite cannot start, or cannot go on. The message is for the user: what is wrong, where to look, what to do. What
 * was stored in the data folder stays, and the next start continues from it.
 */
public final class SuiteFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SuiteFailure(String message) {
        super(message);
    }

    public SuiteFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
