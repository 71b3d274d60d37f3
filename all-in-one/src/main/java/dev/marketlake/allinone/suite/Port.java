package dev.marketlake.allinone.suite;

/** A TCP port the suite listens on, always on 127.0.0.1. */
public enum Port {
    BROKER(9092, "Kafka broker"),
    CONTROLLER(9093, "Kafka broker's controller"),
    REGISTRY(8081, "schema registry"),
    REGISTRY_HEALTH(8082, "schema registry's health"),
    STORE(9000, "object store (S3)"),
    SIMULATOR(8090, "market simulator"),
    INGEST(8101, "ingest service"),
    STREAM(8102, "stream processor"),
    SINK(8103, "lake sink");

    private final int standard;
    private final String purpose;

    Port(int standard, String purpose) {
        this.standard = standard;
        this.purpose = purpose;
    }

    int standard() {
        return standard;
    }

    String purpose() {
        return purpose;
    }
}
