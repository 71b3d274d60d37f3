package dev.marketlake.allinone.suite;

import java.util.List;

/** A part of the suite that runs as a process of its own. */
public enum Component {
    BROKER("broker", "Kafka broker"),
    REGISTRY("registry", "schema registry"),
    STORE("store", "object store"),
    SIMULATOR("simulator", "market simulator"),
    INGEST("ingest", "ingest service"),
    STREAM("stream", "stream processor"),
    SINK("sink", "lake sink");

    /** The order to stop in: who writes goes before what it writes to. */
    static final List<Component> STOP_ORDER = List.of(INGEST, STREAM, SINK, SIMULATOR, REGISTRY, BROKER, STORE);

    private final String word;
    private final String title;

    Component(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** Ours, and in need of broker and registry. */
    boolean isService() {
        return this == INGEST || this == STREAM || this == SINK;
    }

    /** One lower-case word, as in logs and JSON. */
    public String word() {
        return word;
    }

    /** For sentences. */
    public String title() {
        return title;
    }
}
