package dev.marketlake.proofs.bench;

import dev.marketlake.events.RawQuote;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Puts a workload on the raw topic, as ingest would. */
final class RawLoad {
    /** How long after a bar's end its response arrives. */
    private static final Duration FETCHED = Duration.ofSeconds(2);

    private final String bootstrapServers;
    private final Map<String, Object> registry;

    RawLoad(String bootstrapServers, String registryUrl) {
        this.bootstrapServers = bootstrapServers;
        this.registry = Map.of("schema.registry.url", registryUrl);
    }

    /** Creates the topics. @param config folder of topics.yml */
    void topics(Path config) {
        try (var admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            TopicCreation.ensure(admin, TopicSettings.read(config.resolve("topics.yml")));
        }
    }

    /** Publishes every event. @return how many */
    long publish(Workload workload) {
        var events = new RawEvents(workload.grid(), FETCHED);
        var failure = new AtomicReference<Exception>();
        long[] count = {0};
        try (var producer = producer(20, 256 * 1024)) {
            workload.forEach(event -> {
                var quote = events.quote(event);
                producer.send(new ProducerRecord<>(Topics.RAW.name(), quote.getSymbol(), quote), (metadata, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    }
                });
                count[0]++;
            });
            producer.flush();
        }
        if (failure.get() != null) {
            throw new ProofFailed("the raw topic did not take every event: " + failure.get(), failure.get());
        }
        return count[0];
    }

    /** @param lingerMs how long a record may wait for others @param batchBytes size at which it does not */
    KafkaProducer<String, RawQuote> producer(int lingerMs, int batchBytes) {
        Serializer<RawQuote> values = Topics.RAW.valueSerde(registry).serializer();
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMs,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        batchBytes,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        64L * 1024 * 1024,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                Topics.RAW.keySerde().serializer(),
                values);
    }
}
