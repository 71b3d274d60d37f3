package dev.marketlake.reach;

import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The broker as its administrators see it: asked whether it answers, and made use of once it does. Safe for any thread. */
public final class BrokerReach implements AutoCloseable {
    private static final String VARIABLE = "KAFKA_BOOTSTRAP_SERVERS";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration WORK = Duration.ofSeconds(10);

    private final Map<String, Object> config;
    private final String servers;
    private @Nullable Admin admin;

    /**
     * Connects nothing yet.
     *
     * @param config of Kafka's admin client, security included
     * @throws InvalidConfig where an address is no {@code host:port}
     */
    public BrokerReach(Map<String, ?> config) {
        this.config = new HashMap<>(config);
        this.config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WORK.toMillis());
        this.config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) WORK.toMillis());
        Object given = config.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        this.servers = given instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(given);
        List<String> addresses =
                Arrays.stream(servers.split(",")).map(String::strip).toList();
        if (addresses.isEmpty() || !addresses.stream().allMatch(BrokerReach::isAddress)) {
            throw new InvalidConfig(VARIABLE + " is '" + servers + "', use host:port,...");
        }
    }

    private static boolean isAddress(String address) {
        try {
            return Utils.getHost(address) != null && Utils.getPort(address) != null;
        } catch (NumberFormatException noPort) {
            return false;
        }
    }

    /** Addresses as configured. */
    public String servers() {
        return servers;
    }

    /** Asks the cluster who it is. @throws InvalidConfig where Kafka refuses a setting: waiting will not help */
    public Reach look() {
        try {
            int nodes = admin().describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .size();
            return new Reach.Reached(nodes + (nodes == 1 ? " node at " : " nodes at ") + servers);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return unreached(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreached(e);
        }
    }

    /**
     * The admin client, made at the first call and closed with this.
     *
     * @throws InvalidConfig where Kafka refuses a setting
     * @throws KafkaException where its name does not resolve now: trying again may help
     */
    public synchronized Admin admin() {
        Admin made = admin;
        if (made == null) {
            try {
                made = Admin.create(config);
                admin = made;
            } catch (KafkaException e) {
                // A name that does not resolve yet may do so later; a wrong setting will not mend itself.
                ConfigException wrong = wrong(e);
                if (wrong != null && !String.valueOf(wrong.getMessage()).contains("resolvable")) {
                    throw new InvalidConfig("correct the settings of the Kafka clients: " + wrong.getMessage(), e);
                }
                throw e;
            }
        }
        return made;
    }

    private static @Nullable ConfigException wrong(KafkaException e) {
        if (e instanceof ConfigException config) {
            return config;
        }
        return e.getCause() instanceof ConfigException config ? config : null;
    }

    private Reach unreached(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        boolean refused = root instanceof AuthenticationException || root instanceof AuthorizationException;
        return new Reach.Unreached(
                refused
                        ? "the broker at " + servers + " refuses us: check the security settings of the Kafka clients ("
                                + reason + ")"
                        : "the broker does not answer at " + servers + ": start it, or correct " + VARIABLE + " ("
                                + reason + ")");
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(PATIENCE);
        }
    }
}
