package dev.marketlake.ingest.guard;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.market.Source;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts one provider's requests for people and meters: {@code marketlake.ingest.requests} (timer by provider and outcome) and
 * {@code marketlake.ingest.permit.wait} (timer by provider). Safe for any thread.
 */
public final class Traffic {
    private final Source source;
    private final MeterRegistry meters;
    private final LongAdder requests = new LongAdder();
    private final LongAdder throttled = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private volatile String lastFailure = "";

    public Traffic(Source source, MeterRegistry meters) {
        this.source = source;
        this.meters = meters;
    }

    void waited(Duration wait) {
        meters.timer("marketlake.ingest.permit.wait", "provider", source.name()).record(wait);
    }

    void asked(Fetch fetch, Duration took) {
        requests.increment();
        if (fetch instanceof Fetch.Failure failure) {
            lastFailure = failure.reason();
        }
        switch (fetch) {
            case Fetch.Observed observed -> {}
            case Fetch.Throttled limit -> throttled.increment();
            case Fetch.Failure failure -> errors.increment();
        }
        meters.timer("marketlake.ingest.requests", "provider", source.name(), "outcome", outcome(fetch))
                .record(took);
    }

    /** HTTP exchanges made. */
    public long requests() {
        return requests.sum();
    }

    /** Those the provider answered with a limit. */
    public long throttled() {
        return throttled.sum();
    }

    /** Those that brought neither data nor a limit. */
    public long errors() {
        return errors.sum();
    }

    /** Why the latest request that failed did; empty where none has. */
    public String lastFailure() {
        return lastFailure;
    }

    private static String outcome(Fetch fetch) {
        String name = fetch.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return fetch instanceof Fetch.Throttled throttled
                ? name + "_" + throttled.limit().name().toLowerCase(Locale.ROOT)
                : name;
    }
}
