package dev.marketlake.backing;

/**
 * A program did not become ready. The message says why, where its log is, and quotes the log's last lines. Nothing of
 * the program is left running; whatever it wrote to its folder stays.
 */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailure(String name, String reason, ChildLog log) {
        super(name + " " + reason + "; the end of " + log.file() + ":\n  " + String.join("\n  ", log.lastLines()));
    }

    StartFailure(String name, String reason, Throwable cause) {
        super(name + " " + reason, cause);
    }
}
