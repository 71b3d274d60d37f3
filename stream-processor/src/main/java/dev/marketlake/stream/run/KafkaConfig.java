package dev.marketlake.stream.run;

import dev.marketlake.stream.StreamSettings;
import dev.marketlake.topics.TopicSettings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Configuration of the Kafka clients: Spring's {@code spring.kafka.*} first, then what this service needs to keep its promises. */
final class KafkaConfig {
    /** Metrics are shown by Micrometer; to register some thousand of them as MBeans as well would cost every start time. */
    private static final String NO_REPORTERS = "";

    private static final int BATCH_BYTES = 256 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024 * 1024;
    /** A rejected record holds a raw record of up to 1 MiB whole, and the reasons. */
    private static final int MAX_REQUEST_BYTES = 4 * 1024 * 1024;

    /** Holds the counts of some ten thousand symbols until their transaction is committed. */
    private static final long LEDGER_CACHE_BYTES = 16L * 1024 * 1024;

    private static final int MAX_POLL_RECORDS = 1_000;
    /** Reading the state back is all that a starting instance does: many records at a time. */
    private static final int MAX_RESTORED_RECORDS = 10_000;

    private static final int MAX_RESTORED_BYTES = 4 * 1024 * 1024;
    private static final int REGISTRY_PATIENCE_MS = 1_000;
    private static final int LINGER_MS = 20;
    private static final int HEARTBEATS_PER_SESSION = 3;

    private KafkaConfig() {}

    /** Of the admin client that waits for the broker and asks after its health. */
    static Map<String, Object> admin(KafkaProperties kafka) {
        Map<String, Object> config = new HashMap<>(kafka.buildAdminProperties());
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "marketlake-stream-admin");
        config.putIfAbsent(AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, NO_REPORTERS);
        return config;
    }

    /** Of the serializers, under Confluent's keys. */
    static Map<String, Object> registry(KafkaProperties kafka) {
        Map<String, Object> config = new HashMap<>(kafka.getProperties());
        // Asked on the stream thread: five attempts and the waits between them have to end before the transaction does.
        config.putIfAbsent("http.read.timeout.ms", REGISTRY_PATIENCE_MS);
        return config;
    }

    /** Of the topology. @param topology its description */
    static Properties streams(KafkaProperties kafka, StreamSettings settings, TopicSettings topics, String topology) {
        Properties config = new Properties();
        config.putAll(kafka.buildStreamsProperties());
        config.putIfAbsent(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, NO_REPORTERS);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        config.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG,
                Integer.valueOf(topics.defaults().replication()));
        config.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, LEDGER_CACHE_BYTES);
        config.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, settings.groupProtocol());
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_POLL_RECORDS);
        producer(config, settings);
        config.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_RESTORED_RECORDS);
        config.put(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                MAX_RESTORED_BYTES);
        if (isStaticMember(settings)) {
            staticMember(config, settings, topology);
        }
        return config;
    }

    /** Whether the group knows this instance again when it comes back. */
    static boolean isStaticMember(StreamSettings settings) {
        return settings.groupProtocol().equals("classic");
    }

    private static void producer(Properties config, StreamSettings settings) {
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), BUFFER_BYTES);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MAX_REQUEST_BYTES);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                settings.transactionTimeout().toMillis());
    }

    private static void staticMember(Properties config, StreamSettings settings, String topology) {
        int session = (int) settings.sessionTimeout().toMillis();
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
        config.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                session / HEARTBEATS_PER_SESSION);
        String given = settings.instanceId();
        // A member that comes back gets what it had, nobody asks what another topology needs: that one has to come as
        // another member.
        config.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                (given == null ? InstanceId.of(settings.stateDir()) : given) + "-" + fingerprint(topology));
    }

    private static String fingerprint(String topology) {
        CRC32C sum = new CRC32C();
        sum.update(topology.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }
}
