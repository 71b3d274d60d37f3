package dev.marketlake.ingest.fetch;

import java.util.List;

/** What a body says, before it is known when it arrived. */
public sealed interface Reading {

    /** Data: one stand-alone JSON text per observation, oldest first. */
    record Rows(List<String> payloads) implements Reading {
        public Rows {
            payloads = List.copyOf(payloads);
        }
    }

    /** No data, and why. */
    record Refused(Fetch.Failure failure) implements Reading {}
}
