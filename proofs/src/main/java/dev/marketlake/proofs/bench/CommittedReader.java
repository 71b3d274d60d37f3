package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A consumer of market.bars and market.alerts as anybody's would be, read-committed, on a thread of its own. */
final class CommittedReader implements AutoCloseable {
    /** What it reads. */
    static final List<String> TOPICS = List.of(Topics.BARS.name(), Topics.ALERTS.name());

    private static final Duration POLL = Duration.ofMillis(100);

    private final Sightings sightings;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<Bar> bars;
    private final Deserializer<Alert> alerts;
    private final Thread thread = new Thread(this::read, "committed-reader");
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable Mark> awaited = new AtomicReference<>();
    private volatile boolean stopping;
    private volatile long through;

    private record Mark(Map<TopicPartition, Long> offsets, CompletableFuture<Long> reached) {
        boolean isReachedBy(ConsumerRecord<?, ?> found) {
            var offset = offsets.get(new TopicPartition(found.topic(), found.partition()));
            return offset != null && found.offset() >= offset;
        }
    }

    /** @param sightings touched by this reader's thread alone until it is closed */
    CommittedReader(Endpoints endpoints, Sightings sightings) {
        this.sightings = sightings;
        this.bars = deserializer(Topics.BARS, endpoints);
        this.alerts = deserializer(Topics.ALERTS, endpoints);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        endpoints.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static <V extends SpecificRecord> Deserializer<V> deserializer(Topic<V> topic, Endpoints endpoints) {
        return topic.valueSerde(Map.of("schema.registry.url", endpoints.registryUrl()))
                .deserializer();
    }

    void start() {
        var partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread.start();
    }

    private void read() {
        try (consumer) {
            while (!stopping) {
                poll();
            }
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                poll();
            }
        } catch (RuntimeException failed) {
            failure.set(failed);
        }
    }

    private void poll() {
        var found = consumer.poll(POLL);
        take(found, System.nanoTime());
    }

    private void take(ConsumerRecords<byte[], byte[]> found, long at) {
        var mark = awaited.get();
        for (var each : found) {
            if (mark != null && mark.isReachedBy(each)) {
                mark.reached().complete(at);
            }
            if (each.topic().equals(Topics.ALERTS.name())) {
                sightings.alert(alerts.deserialize(each.topic(), each.value()), at);
            } else {
                sightings.bar(bars.deserialize(each.topic(), each.value()), at);
            }
        }
        through = sightings.through();
    }

    /** Completes with the time at which the first committed record at or behind these offsets is seen. */
    CompletableFuture<Long> firstFrom(Map<TopicPartition, Long> offsets) {
        var reached = new CompletableFuture<Long>();
        awaited.set(new Mark(Map.copyOf(offsets), reached));
        return reached;
    }

    /** The first event whose bar has not been seen yet. @throws ProofFailed where it can read no more */
    long through() {
        if (failure.get() != null) {
            throw new ProofFailed("the reader of committed records failed: " + failure.get(), failure.get());
        }
        return through;
    }

    /** Ends it once it has read all that is committed by now. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        bars.close();
        alerts.close();
    }
}
