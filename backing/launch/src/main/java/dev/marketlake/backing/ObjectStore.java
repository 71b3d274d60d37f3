package dev.marketlake.backing;

/** An S3 endpoint over a folder, on 127.0.0.1. It has no buckets until a client makes one. */
public final class ObjectStore extends BackingProgram {
    private final ObjectStoreSettings settings;

    private ObjectStore(ObjectStoreSettings settings) {
        super(settings.program(Installation.find()), new Readiness.Line("READY"));
        this.settings = settings;
    }

    /**
     * Returns when clients are served.
     *
     * @throws StartFailure if it does not come up within 3 minutes
     * @throws IllegalStateException if the wanted port is taken, or the object store is not built
     */
    public static ObjectStore start(ObjectStoreSettings settings) {
        return new ObjectStore(settings.withPortChosen());
    }

    /** For example {@code http://127.0.0.1:29000}. */
    public String endpoint() {
        return "http://127.0.0.1:" + settings.port();
    }

    public String accessKey() {
        return settings.credentials().accessKey();
    }

    public String secretKey() {
        return settings.credentials().secretKey();
    }
}
