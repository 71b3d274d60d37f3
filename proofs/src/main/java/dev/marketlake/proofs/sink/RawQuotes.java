package dev.marketlake.proofs.sink;

import dev.marketlake.events.RawQuote;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Puts raw quotes on each partition of their topic. For one thread. */
final class RawQuotes implements AutoCloseable {
    private final KafkaProducer<String, RawQuote> producer;
    private final Map<Integer, Long> ends = new HashMap<>();
    private final String topicId;
    private final int partitions;
    private int sequence;

    RawQuotes(SinkGround ground) {
        Map<String, Object> broker = Map.of("bootstrap.servers", ground.broker().bootstrapServers());
        producer = new KafkaProducer<>(
                broker,
                Topics.RAW.keySerde().serializer(),
                Topics.RAW
                        .valueSerde(
                                Map.of("schema.registry.url", ground.registry().url()))
                        .serializer());
        try (var admin = Admin.create(broker)) {
            var topics = admin.describeTopics(List.of(Topics.RAW.name()))
                    .allTopicNames()
                    .get();
            var topic = Objects.requireNonNull(topics.get(Topics.RAW.name()));
            topicId = topic.topicId().toString();
            partitions = topic.partitions().size();
        } catch (ExecutionException failure) {
            throw new ProofFailed("the broker does not say what " + Topics.RAW.name() + " is", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }

    String topicId() {
        return topicId;
    }

    int partitions() {
        return partitions;
    }

    /** Where each partition ends. */
    Map<Integer, Long> ends() {
        return Map.copyOf(ends);
    }

    /** Publishes so many to each partition, and returns when the broker has them. */
    void publish(int each) {
        for (int partition = 0; partition < partitions; partition++) {
            for (int i = 0; i < each; i++) {
                var record = new ProducerRecord<>(Topics.RAW.name(), partition, "P" + partition, quote(partition));
                try {
                    RecordMetadata taken = producer.send(record).get();
                    ends.put(taken.partition(), taken.offset() + 1);
                } catch (ExecutionException failure) {
                    throw new ProofFailed("the broker did not take a record: " + failure.getCause(), failure);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new ProofFailed("interrupted", interrupted);
                }
            }
        }
    }

    private RawQuote quote(int partition) {
        return RawQuote.newBuilder()
                .setSource("FINNHUB")
                .setFeed("QUOTE")
                .setSymbol("P" + partition)
                .setInterval(null)
                .setPayload("{}")
                .setObservedAt(Instant.parse("2026-11-20T15:00:00Z"))
                .setRequestId("00000000-0000-4000-8000-000000000000")
                .setSequence(sequence++)
                .build();
    }

    @Override
    public void close() {
        producer.close();
    }
}
