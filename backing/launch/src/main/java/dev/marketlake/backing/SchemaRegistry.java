package dev.marketlake.backing;

import java.net.URI;

/** A schema registry that speaks Confluent's protocol, on 127.0.0.1. Schema ids survive its death. */
public final class SchemaRegistry extends BackingProgram {
    private final SchemaRegistrySettings settings;

    private SchemaRegistry(SchemaRegistrySettings settings) {
        super(settings.program(Installation.find()), new Readiness.Answers(health(settings)));
        this.settings = settings;
    }

    /**
     * Returns when clients are served.
     *
     * @throws StartFailure if it does not come up within 3 minutes
     * @throws IllegalStateException if a wanted port is taken, or the registry is not unpacked
     */
    public static SchemaRegistry start(SchemaRegistrySettings settings) {
        var firstStart = new FirstStart(settings.dir().resolve("data"));
        firstStart.clearUnfinished();
        var registry = new SchemaRegistry(settings.withPortsChosen());
        firstStart.finished();
        return registry;
    }

    /** For {@code schema.registry.url}: {@code http://127.0.0.1:28081/apis/ccompat/v7} for example. */
    public String url() {
        return "http://127.0.0.1:" + settings.port() + "/apis/ccompat/v7";
    }

    private static URI health(SchemaRegistrySettings settings) {
        return URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready");
    }
}
