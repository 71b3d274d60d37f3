package dev.marketlake.stream.run;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Watchlist;
import dev.marketlake.reach.BrokerReach;
import dev.marketlake.reach.Reach;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.stream.MarketTopology;
import dev.marketlake.stream.StreamSettings;
import dev.marketlake.stream.TopologyInputs;
import dev.marketlake.stream.job.JobSettings;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.Topics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** What it takes to start the topology: a broker and a registry that answer, the topics, and the id of the raw one. */
final class StreamsStart {
    private final KafkaProperties kafka;
    private final StreamSettings settings;
    private final TopicSettings topics;
    private final Watchlist watchlist;
    private final Supplier<AlertRules> alerts;
    private final EarlyMeters meters;
    private final BrokerReach broker;
    private final RegistryReach registry;
    private @Nullable KafkaStreamsMetrics metrics;

    StreamsStart(
            KafkaProperties kafka,
            StreamSettings settings,
            TopicSettings topics,
            Watchlist watchlist,
            Supplier<AlertRules> alerts,
            EarlyMeters meters,
            BrokerReach broker,
            RegistryReach registry) {
        this.kafka = kafka;
        this.settings = settings;
        this.topics = topics;
        this.watchlist = watchlist;
        this.alerts = alerts;
        this.meters = meters;
        this.broker = broker;
        this.registry = registry;
    }

    /** What keeps the topology from starting; empty where nothing does. @throws InvalidConfig where waiting will not help */
    Optional<String> trouble() {
        return trouble(broker.look()).or(() -> trouble(registry.look()));
    }

    private static Optional<String> trouble(Reach reach) {
        return switch (reach) {
            case Reach.Reached reached -> Optional.empty();
            case Reach.Unreached unreached -> Optional.of(unreached.reason());
        };
    }

    /**
     * Creates the topics, sees to it that each raw partition has an offset to start from, and builds the topology, not started.
     *
     * @throws InvalidConfig where the broker's topics contradict the configuration, or records are lost
     * @throws KafkaException where the broker stopped answering: trying again helps
     */
    KafkaStreams prepare() {
        Admin admin = broker.admin();
        Map<String, String> ids = TopicCreation.ensure(admin, topics);
        String rawTopicId = ids.get(Topics.RAW.name());
        if (rawTopicId == null) {
            throw new KafkaException("the broker gave no id for " + Topics.RAW);
        }
        JobSettings job = settings.job();
        if (job != null) {
            TopicCreation.ensure(admin, job.job().topics().newTopics(topics));
        }
        StartingOffsets.settle(admin, settings, settings.lane(rawTopicId).name(Topics.RAW));
        TopologyInputs inputs = new TopologyInputs(
                settings, watchlist, alerts, rawTopicId, KafkaConfig.registry(kafka), meters.counted());
        Topology topology = new MarketTopology(inputs).build();
        KafkaStreams streams = new KafkaStreams(
                topology,
                KafkaConfig.streams(kafka, settings, topics, topology.describe().toString()));
        KafkaStreamsMetrics binder = new KafkaStreamsMetrics(streams);
        meters.whenShown(binder::bindTo);
        metrics = binder;
        return streams;
    }

    /**
     * What becomes of the membership when this process ends. A live one is known by its folder and expected back: it finds its partitions as
     * it left them, and others get them only once it has been silent for the session time-out. A job's group is deleted with the job.
     */
    GroupMembershipOperation atEnd() {
        return settings.job() == null && KafkaConfig.isStaticMember(settings)
                ? GroupMembershipOperation.REMAIN_IN_GROUP
                : GroupMembershipOperation.LEAVE_GROUP;
    }

    /** Takes the metrics of the topology out of the registry. */
    void unbind() {
        KafkaStreamsMetrics bound = metrics;
        if (bound != null) {
            bound.close();
            metrics = null;
        }
    }
}
