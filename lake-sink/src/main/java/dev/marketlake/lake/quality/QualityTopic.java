package dev.marketlake.lake.quality;

import dev.marketlake.events.CheckResult;
import dev.marketlake.topics.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topic market.quality. At least once: whatever the broker has not acknowledged is sent again under the same id. The producer is made
 * with the first result.
 */
public final class QualityTopic implements Results, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> kafka;
    private final Map<String, CheckResult> untold = new LinkedHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private @Nullable Producer<String, CheckResult> producer;

    /** @param kafka producer settings, those of the schema registry included */
    public QualityTopic(Map<String, Object> kafka) {
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(ProducerConfig.ACKS_CONFIG, "all");
        this.kafka.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        this.kafka.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        this.kafka.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.kafka.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    }

    @Override
    public synchronized void tell(CheckResult result) {
        untold.put(result.getResultId(), result);
    }

    @Override
    public synchronized void settle() {
        if (untold.isEmpty()) {
            return;
        }
        Producer<String, CheckResult> open = open();
        untold.values()
                .forEach(result -> open.send(
                        new ProducerRecord<>(Topics.QUALITY.name(), result.getTable(), result), (position, failure) -> {
                            if (failure == null) {
                                acknowledged.add(result.getResultId());
                            }
                        }));
        open.flush();
        untold.keySet().removeAll(acknowledged);
        acknowledged.clear();
        if (!untold.isEmpty()) {
            throw new KafkaException("the broker does not take " + untold.size() + " results of quality checks");
        }
    }

    private Producer<String, CheckResult> open() {
        Producer<String, CheckResult> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(
                    kafka,
                    new StringSerializer(),
                    Topics.QUALITY.valueSerde(kafka).serializer());
            producer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(PATIENCE);
        }
    }
}
