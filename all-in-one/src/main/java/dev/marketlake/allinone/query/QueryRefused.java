package dev.marketlake.allinone.query;

/** A statement that cannot be answered; the message is one line for the user. */
public final class QueryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueryRefused(String message) {
        super(message);
    }

    QueryRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
