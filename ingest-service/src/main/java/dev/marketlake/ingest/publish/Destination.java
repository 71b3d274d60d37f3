package dev.marketlake.ingest.publish;

import dev.marketlake.topics.TopicSettings;

/** Where observations go: the broker with its topics, and the registry. */
public final class Destination {
    private final BrokerConnection broker;
    private final RegistryConnection registry;
    private final TopicSettings topics;

    public Destination(BrokerConnection broker, RegistryConnection registry, TopicSettings topics) {
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
        return switch (broker.createTopics(topics)) {
            case Reach.Unreached unreached -> unreached;
            case Reach.Reached reached -> registry.reach();
        };
    }
}
