package dev.marketlake.topics;

import dev.marketlake.config.InvalidConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the broker's topics what config/topics.yml says: creates those that do not exist, and sets retention, cleanup and message size
 * of those that do. Every service calls it at start; doing it twice changes nothing.
 */
public final class TopicCreation {
    private static final String FILE = "config/topics.yml";

    private static final int ATTEMPTS = 30;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

    private TopicCreation() {}

    /**
     * Creates missing topics and returns Kafka's id of each topic by name.
     *
     * @throws InvalidConfig where a topic exists with other partitions than configured (keys would move between partitions), or the
     *     broker refuses what is configured
     * @throws KafkaException where the broker does not answer within the admin client's time-out: trying again helps
     */
    public static Map<String, String> ensure(Admin admin, TopicSettings settings) {
        return ensure(admin, settings.newTopics());
    }

    /** The same for these topics. */
    public static Map<String, String> ensure(Admin admin, Collection<NewTopic> wanted) {
        CreateTopicsResult result = admin.createTopics(wanted);
        Map<String, String> ids = new HashMap<>();
        result.values().forEach((name, created) -> {
            if (isNew(name, created)) {
                ids.put(
                        name,
                        AdminCall.get("topic " + name, result.topicId(name)).toString());
            }
        });
        Collection<NewTopic> existing =
                wanted.stream().filter(topic -> !ids.containsKey(topic.name())).toList();
        if (!existing.isEmpty()) {
            ids.putAll(checkedIds(admin, existing));
            TopicDrift.correct(admin, existing);
        }
        return Map.copyOf(ids);
    }

    private static boolean isNew(String name, KafkaFuture<Void> created) {
        try {
            AdminCall.get("topic " + name, created);
            return true;
        } catch (KafkaException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw hopeless(e) ? new InvalidConfig(e.getMessage() + ": correct " + FILE, e) : e;
        }
    }

    private static boolean hopeless(KafkaException e) {
        return e.getCause() instanceof InvalidReplicationFactorException
                || e.getCause() instanceof InvalidConfigurationException
                || e.getCause() instanceof PolicyViolationException;
    }

    private static Map<String, String> checkedIds(Admin admin, Collection<NewTopic> existing) {
        Map<String, TopicDescription> found =
                described(admin, existing.stream().map(NewTopic::name).toList());
        Map<String, String> ids = new HashMap<>();
        for (NewTopic topic : existing) {
            TopicDescription description = found.get(topic.name());
            if (description == null) {
                throw new KafkaException("topic " + topic.name() + " exists but was not described");
            }
            if (description.partitions().size() != topic.numPartitions()) {
                throw new InvalidConfig("topic " + topic.name() + " has "
                        + description.partitions().size()
                        + " partitions, " + FILE + " says " + topic.numPartitions()
                        + ": set the number in the file to the existing one, or start on an empty broker");
            }
            ids.put(topic.name(), description.topicId().toString());
        }
        return ids;
    }

    /** Another service may have made a topic this instant: brokers take a moment to hear of it. */
    private static Map<String, TopicDescription> described(Admin admin, List<String> names) {
        for (int attempt = 1; ; attempt++) {
            try {
                return AdminCall.get(
                        "the description of topics", admin.describeTopics(names).allTopicNames());
            } catch (KafkaException e) {
                if (attempt == ATTEMPTS || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                AdminCall.pause(BETWEEN_ATTEMPTS);
            }
        }
    }
}
