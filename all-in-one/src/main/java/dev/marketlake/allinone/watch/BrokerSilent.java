package dev.marketlake.allinone.watch;

/** The broker did not answer a question, or not in time. Asking again later is safe. */
public final class BrokerSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerSilent(String message) {
        super(message);
    }

    BrokerSilent(String message, Throwable cause) {
        super(message, cause);
    }
}
