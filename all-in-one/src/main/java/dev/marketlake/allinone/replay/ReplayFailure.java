package dev.marketlake.allinone.replay;

/** A replay cannot be begun or finished. The message is for the user; what was done so far stays, and {@code --resume} goes on from it. */
public final class ReplayFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReplayFailure(String message) {
        super(message);
    }

    public ReplayFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
