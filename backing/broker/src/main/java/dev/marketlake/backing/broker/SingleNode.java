package dev.marketlake.backing.broker;

import java.util.Properties;

/** Kafka's settings for a broker that is its own controller and has no peers: quick to start, join and recover. */
final class SingleNode {
    static final int ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private SingleNode() {}

    static Properties properties(BrokerOptions options) {
        var settings = new Properties();
        addresses(settings, options);
        oneReplica(settings);
        quickGroups(settings);
        quickRecovery(settings);
        smallFootprint(settings);
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "4");
        settings.putAll(options.overrides());
        return settings;
    }

    private static void addresses(Properties settings, BrokerOptions options) {
        var client = "PLAINTEXT://127.0.0.1:" + options.port();
        var controller = "127.0.0.1:" + options.controllerPort();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(ID));
        settings.put("log.dirs", options.dir().toString());
        settings.put("listeners", client + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", client);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("controller.quorum.voters", ID + "@" + controller);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    }

    private static void oneReplica(Properties settings) {
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
    }

    /** Groups form at once and notice a dead member in seconds; an idle group keeps its offsets for 30 days. */
    private static void quickGroups(Properties settings) {
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("group.streams.initial.rebalance.delay.ms", "0");
        for (var protocol : new String[] {"consumer", "streams"}) {
            settings.put("group." + protocol + ".min.heartbeat.interval.ms", "500");
            settings.put("group." + protocol + ".heartbeat.interval.ms", "1000");
            settings.put("group." + protocol + ".min.session.timeout.ms", "6000");
            settings.put("group." + protocol + ".session.timeout.ms", "15000");
        }
        settings.put("offsets.retention.minutes", "43200");
    }

    /** The controller declares a killed broker dead after 2 s, so its next life is admitted soon. */
    private static void quickRecovery(Properties settings) {
        settings.put("controlled.shutdown.enable", "true");
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
    }

    private static void smallFootprint(Properties settings) {
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "2");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("log.retention.check.interval.ms", "60000");
    }
}
