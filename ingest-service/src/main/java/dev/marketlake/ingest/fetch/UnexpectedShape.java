package dev.marketlake.ingest.fetch;

/** A body is not what it should be; {@link BodyReading} makes a {@link Fetch.Broken} of it. */
public final class UnexpectedShape extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message what is there instead of what; may quote the body */
    public UnexpectedShape(String message) {
        super(message);
    }
}
