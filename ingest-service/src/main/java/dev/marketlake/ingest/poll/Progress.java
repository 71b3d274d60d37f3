package dev.marketlake.ingest.poll;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far one provider's rounds have come, for people. In counted rounds a failure stays listed, since that round is over; in endless
 * polling the next good answer takes it off. Written by the provider's thread, read by any.
 */
public final class Progress {
    private final Source source;
    private final long wanted;
    private final AtomicLong completed = new AtomicLong();
    private final Map<Symbol, String> failed = new ConcurrentSkipListMap<>();

    /** @param wanted rounds; 0 for no end */
    Progress(Source source, long wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    void succeeded(Symbol symbol) {
        if (wanted == 0) {
            failed.remove(symbol);
        }
    }

    void failedForGood(Symbol symbol, Fetch.Failure failure) {
        failed.put(symbol, failure.getClass().getSimpleName() + ": " + failure.reason());
    }

    void roundCompleted() {
        completed.incrementAndGet();
    }

    /** Rounds over whose observations are all acknowledged; without an end, rounds over. */
    long completed() {
        return completed.get();
    }

    boolean isDone() {
        return wanted > 0 && completed.get() >= wanted;
    }

    /** One line per symbol: {@code ALPHA_VANTAGE IBM Denied: why}. */
    List<String> failures() {
        return failed.entrySet().stream()
                .map(entry -> source + " " + entry.getKey() + " " + entry.getValue())
                .toList();
    }
}
