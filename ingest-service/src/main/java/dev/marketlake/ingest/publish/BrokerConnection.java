package dev.marketlake.ingest.publish;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Kafka beside the producer: creates the topics and tells whether the broker answers. Safe for any thread. */
public final class BrokerConnection implements AutoCloseable {
    private static final String VARIABLE = "KAFKA_BOOTSTRAP_SERVERS";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> config;
    private final String servers;
    private @Nullable Admin admin;

    /** @param config of Kafka clients, security included */
    public BrokerConnection(Map<String, Object> config) {
        this.config = new HashMap<>(config);
        this.config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() + 1000);
        Object given = config.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        this.servers = given instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(given);
    }

    /**
     * Creates the topics that are missing.
     *
     * @throws InvalidConfig where the address is no address, or a topic contradicts its configuration
     */
    Reach createTopics(TopicSettings topics) {
        try {
            int count = TopicCreation.ensure(admin(), topics).size();
            return new Reach.Reached(count + " topics at " + servers);
        } catch (KafkaException e) {
            return unreached(e);
        }
    }

    /** Asks the cluster who it is. */
    public Reach reach() {
        try {
            int nodes = admin().describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .size();
            return new Reach.Reached(nodes + " nodes at " + servers);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return unreached(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreached(e);
        }
    }

    private Reach unreached(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new Reach.Unreached("Kafka does not answer at " + servers + " (" + VARIABLE + "): " + reason);
    }

    private synchronized Admin admin() {
        if (admin == null) {
            try {
                admin = Admin.create(config);
            } catch (KafkaException e) {
                // A name that does not resolve yet may do so later; a malformed address will not.
                if (e.getCause() instanceof ConfigException wrong
                        && !String.valueOf(wrong.getMessage()).contains("resolvable")) {
                    throw new InvalidConfig(
                            VARIABLE + " is '" + servers + "', use host:port,...: " + wrong.getMessage(), e);
                }
                throw e;
            }
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
