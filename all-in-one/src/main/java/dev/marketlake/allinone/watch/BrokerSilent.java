package dev.marketlake.allinone.watch;

/** The broker did not answer a question, or not in time. Asking again later is safe. */
public final class BrokerSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerSilent(String message) {
        super(message);
    }

    public BrokerSilent(String message, Throwable cause) {
        super(message, cause);
    }
}
