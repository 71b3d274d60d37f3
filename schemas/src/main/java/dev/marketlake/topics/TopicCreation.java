package dev.marketlake.topics;

import dev.marketlake.config.InvalidConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the suite's topics where they do not exist. Every service calls it at start; doing it twice changes nothing. */
public final class TopicCreation {
    private TopicCreation() {}

    /**
     * Creates missing topics and returns Kafka's id of each topic by name.
     *
     * @throws InvalidConfig where a topic exists with other partitions than configured: keys would move between partitions
     * @throws KafkaException where the broker does not answer within the admin client's time-out
     */
    public static Map<String, String> ensure(Admin admin, TopicSettings settings) {
        Collection<NewTopic> wanted = settings.newTopics();
        admin.createTopics(wanted).values().forEach((name, created) -> {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException("topic " + name + " could not be created: " + reason(e), e.getCause());
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        });
        return checkedIds(admin, wanted);
    }

    private static Map<String, String> checkedIds(Admin admin, Collection<NewTopic> wanted) {
        Map<String, String> ids = new HashMap<>();
        Map<String, TopicDescription> found = describe(admin, wanted);
        for (NewTopic topic : wanted) {
            TopicDescription description = found.get(topic.name());
            if (description == null) {
                throw new KafkaException("topic " + topic.name() + " was created but is not there");
            }
            if (description.partitions().size() != topic.numPartitions()) {
                throw new InvalidConfig("topic " + topic.name() + " has "
                        + description.partitions().size()
                        + " partitions, config/topics.yml says " + topic.numPartitions()
                        + ": set the number in the file to the existing one, or start on an empty broker");
            }
            ids.put(topic.name(), description.topicId().toString());
        }
        return Map.copyOf(ids);
    }

    private static Map<String, TopicDescription> describe(Admin admin, Collection<NewTopic> wanted) {
        try {
            return admin.describeTopics(wanted.stream().map(NewTopic::name).toList())
                    .allTopicNames()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("topics could not be described: " + reason(e), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String reason(ExecutionException e) {
        return String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    }

    private static KafkaException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaException("interrupted while creating topics", e);
    }
}
