package dev.marketlake.ingest.publish;

import dev.marketlake.reach.BrokerReach;
import dev.marketlake.reach.Reach;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import org.apache.kafka.common.KafkaException;

/** Where observations go: the broker with its topics, and the registry. */
public final class Destination {
    private final BrokerReach broker;
    private final RegistryReach registry;
    private final TopicSettings topics;

    public Destination(BrokerReach broker, RegistryReach registry, TopicSettings topics) {
        this.broker = broker;
        this.registry = registry;
        this.topics = topics;
    }

    /**
     * Creates what is missing and tells whether records can be published now.
     *
     * @throws dev.marketlake.config.InvalidConfig where waiting will not help
     */
    public Reach prepare() {
        return switch (broker.look()) {
            case Reach.Unreached unreached -> unreached;
            case Reach.Reached reached -> withTopics();
        };
    }

    private Reach withTopics() {
        try {
            TopicCreation.ensure(broker.admin(), topics);
        } catch (KafkaException e) {
            return new Reach.Unreached(String.valueOf(e.getMessage()));
        }
        return registry.look();
    }
}
