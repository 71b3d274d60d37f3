package dev.marketlake.ingest.publish;

import dev.marketlake.ingest.fetch.Response;
import dev.marketlake.ingest.publish.Publication.Fatality;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one provider's responses out of its outbox into the topic, in order, each as often as it takes. A thread of its own runs it.
 *
 * <p>Loss: a response leaves the outbox only when every one of its records is acknowledged. Duplication: after a failure some records may
 * be in the topic and come again; they carry the same request id and sequence, so the stream can tell. Meters:
 * {@code marketlake.ingest.observations} (counter, acknowledged), {@code marketlake.ingest.publish} (timer, from the first send to the
 * last acknowledgement, failed sends included), {@code marketlake.ingest.republished} (counter, responses), by provider.
 */
public final class Publishing implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    private final String provider;
    private final Outbox outbox;
    private final RawTopic topic;
    private final Waiting waiting;
    private final MeterRegistry meters;
    private final LongAdder published = new LongAdder();
    private volatile String trouble = "";

    /** How the wait before a repetition is spent. */
    @FunctionalInterface
    public interface Waiting {
        void await() throws InterruptedException;
    }

    public Publishing(String provider, Outbox outbox, RawTopic topic, Waiting waiting, MeterRegistry meters) {
        this.provider = provider;
        this.outbox = outbox;
        this.topic = topic;
        this.waiting = waiting;
        this.meters = meters;
        meters.gauge(
                "marketlake.ingest.unacknowledged",
                java.util.List.of(io.micrometer.core.instrument.Tag.of("provider", provider)),
                outbox,
                Outbox::observations);
    }

    /** Runs until interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                publish(outbox.oldest());
                outbox.acknowledged();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publish(Response response) throws InterruptedException {
        Timer.Sample sample = Timer.start(meters);
        while (topic.publish(response) instanceof Publication.Unknown unknown) {
            trouble = unknown.reason();
            LOG.warn(
                    "{}: {} observations of {} are not acknowledged and will be published again; polling pauses when the buffer"
                            + " is full: {}",
                    provider,
                    response.size(),
                    response.symbol(),
                    trouble);
            meters.counter("marketlake.ingest.republished", "provider", provider)
                    .increment();
            if (unknown.fatal() == Fatality.PRODUCER_IS_FINISHED) {
                topic.replaceProducer();
            }
            waiting.await();
        }
        if (!trouble.isEmpty()) {
            LOG.info("{}: the broker acknowledges again", provider);
            trouble = "";
        }
        sample.stop(meters.timer("marketlake.ingest.publish", "provider", provider));
        published.add(response.size());
        meters.counter("marketlake.ingest.observations", "provider", provider).increment(response.size());
    }

    /** Observations acknowledged. */
    public long published() {
        return published.sum();
    }

    /** Why the latest response is not acknowledged yet; empty where all goes well. */
    public String trouble() {
        return trouble;
    }

    /** Waits for the outbox to empty, at most {@code patience}, and tells what remained in it. */
    public int drain(Duration patience) throws InterruptedException {
        outbox.awaitEmpty(patience);
        return outbox.observations();
    }
}
