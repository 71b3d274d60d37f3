package dev.marketlake.proofs.bench;

import dev.marketlake.events.RawQuote;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.Topics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a steady load on a thread of its own, each event when it is due: an open loop, which waits for nobody. Where it cannot keep up
 * it goes on as fast as it can; events stay due when they were due. Its own methods are for one thread.
 */
final class PacedPublisher implements AutoCloseable {
    /** As ingest has it. */
    private static final int LINGER_MS = 10;

    private static final int BATCH_BYTES = 128 * 1024;

    /** Past the grace: the bar is complete when it is fetched. */
    private static final Duration FETCHED = Duration.ofSeconds(61);

    private final SteadyLoad load;
    private final RawEvents events;
    private final Pace pace;
    private final Published published;
    private final KafkaProducer<String, RawQuote> producer;
    private final Thread thread = new Thread(this::publish, "paced-publisher");
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong behind = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopping;

    PacedPublisher(RawLoad raw, SteadyLoad load, Pace pace, Published published) {
        this.load = load;
        this.events = new RawEvents(load.grid(), FETCHED);
        this.pace = pace;
        this.published = published;
        this.producer = raw.producer(LINGER_MS, BATCH_BYTES);
    }

    void start() {
        thread.start();
    }

    private void publish() {
        try {
            for (long event = 0; !stopping; event++) {
                if (event == load.events()) {
                    throw new IllegalStateException("the bench took longer than there are minutes to publish");
                }
                var quote = events.quote(load.event(event));
                awaitTime(pace.due(event));
                send(event, quote);
                sent.set(event + 1);
            }
        } catch (RuntimeException failed) {
            failure.compareAndSet(null, failed);
        }
    }

    private void awaitTime(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !stopping) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        behind.accumulateAndGet(-left, Math::max);
    }

    private void send(long event, RawQuote quote) {
        producer.send(new ProducerRecord<>(Topics.RAW.name(), quote.getSymbol(), quote), (metadata, failed) -> {
            if (failed == null) {
                published.acknowledged(metadata.partition(), metadata.offset(), event);
            } else {
                failure.compareAndSet(null, failed);
            }
        });
    }

    /** Events handed to the producer so far. @throws ProofFailed where the raw topic did not take one */
    long sent() {
        if (failure.get() != null) {
            throw new ProofFailed("the raw topic did not take every event: " + failure.get(), failure.get());
        }
        return sent.get();
    }

    /** How late an event was sent at most, since this was last asked. */
    Duration behind() {
        return Duration.ofNanos(behind.getAndSet(0));
    }

    /** Ends publishing; everything sent is acknowledged then. @return how many events */
    long finish() {
        close();
        return sent();
    }

    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
