package dev.marketlake.proofs.sink;

import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Puts raw quotes on each partition of their topic. For one thread. */
final class RawQuotes implements AutoCloseable {
    private static final int IN_FLIGHT = 20_000;
    /** About as long as what providers send of a bar. */
    private static final String PAYLOAD =
            "{\"1. open\":\"170.2300\",\"2. high\":\"170.4100\",\"3. low\":\"170.1900\",\"4. close\":\"170.3800\",\"5. volume\":\"104291\"}";

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

    /** The same, as the log of the raw table names the partitions. */
    SourceEnds sourceEnds() {
        Map<String, Long> byName = new HashMap<>();
        ends.forEach((partition, end) -> byName.put(topicId + "-" + partition, end));
        return new SourceEnds(Tables.RAW_QUOTES, byName);
    }

    /** Of every record, as the rows of Bronze name it: {@code <topic id>-<partition>@<offset>}. */
    Set<String> positions() {
        Set<String> positions = new HashSet<>();
        ends.forEach((partition, end) ->
                LongStream.range(0, end).forEach(offset -> positions.add(topicId + "-" + partition + "@" + offset)));
        return positions;
    }

    /** Publishes so many to each partition, and returns when the broker has them. */
    void publish(int each) {
        for (int partition = 0; partition < partitions; partition++) {
            for (int i = 0; i < each; i++) {
                taken(producer.send(
                        new ProducerRecord<>(Topics.RAW.name(), partition, "P" + partition, quote(partition))));
            }
        }
    }

    /** Publishes so many to each partition as fast as the broker takes them, and returns when it has them. */
    void publishFast(int each) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            for (int partition = 0; partition < partitions; partition++) {
                sent.add(producer.send(
                        new ProducerRecord<>(Topics.RAW.name(), partition, "P" + partition, quote(partition))));
            }
            if (sent.size() > IN_FLIGHT) {
                sent.forEach(this::taken);
                sent.clear();
            }
        }
        sent.forEach(this::taken);
    }

    private void taken(Future<RecordMetadata> sent) {
        try {
            RecordMetadata taken = sent.get();
            ends.put(taken.partition(), taken.offset() + 1);
        } catch (ExecutionException failure) {
            throw new ProofFailed("the broker did not take a record: " + failure.getCause(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }

    private RawQuote quote(int partition) {
        return RawQuote.newBuilder()
                .setSource("FINNHUB")
                .setFeed("QUOTE")
                .setSymbol("P" + partition)
                .setInterval(null)
                .setPayload(PAYLOAD)
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
