package dev.marketlake.ingest.publish;

import dev.marketlake.events.RawQuote;
import dev.marketlake.ingest.fetch.Response;
import dev.marketlake.ingest.publish.Publication.Fatality;
import dev.marketlake.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.kafka.core.KafkaTemplate;

/** The way into {@code market.raw}, by an idempotent producer that asks all in-sync replicas. Safe for any thread. */
public final class RawTopic {
    private final KafkaTemplate<String, RawQuote> kafka;

    public RawTopic(KafkaTemplate<String, RawQuote> kafka) {
        this.kafka = kafka;
    }

    /**
     * Sends every record, oldest first, and waits until each is acknowledged or given up by the producer, at most its delivery time-out.
     * The waiting can be interrupted; what is then in the topic is not known.
     */
    Publication publish(Response response) throws InterruptedException {
        List<CompletableFuture<?>> sends = new ArrayList<>(response.size());
        try {
            for (RawQuote quote : RawQuotes.of(response)) {
                sends.add(kafka.send(Topics.RAW.name(), quote.getSymbol(), quote));
            }
            kafka.flush();
            for (CompletableFuture<?> send : sends) {
                send.get();
            }
            return new Publication.Acknowledged();
        } catch (ExecutionException e) {
            return unknown(e);
        } catch (RuntimeException e) {
            if (Thread.interrupted() || hasCause(e, org.apache.kafka.common.errors.InterruptException.class)) {
                throw new InterruptedException("interrupted while publishing");
            }
            return unknown(e);
        }
    }

    /** Ends the producer; the next send starts a new one. */
    void replaceProducer() {
        kafka.getProducerFactory().reset();
    }

    private static Publication unknown(Exception failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root && !(root instanceof RetriableException)) {
            root = root.getCause();
        }
        boolean goesOn = hasCause(failure, RetriableException.class) || hasCause(failure, SerializationException.class);
        String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        return new Publication.Unknown(reason, goesOn ? Fatality.PRODUCER_GOES_ON : Fatality.PRODUCER_IS_FINISHED);
    }

    private static boolean hasCause(Throwable failure, Class<? extends KafkaException> type) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return true;
            }
        }
        return false;
    }
}
