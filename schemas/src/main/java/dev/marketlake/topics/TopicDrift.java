package dev.marketlake.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Existing topics whose settings differ from the file: the file wins, and the log says so. */
final class TopicDrift {
    private static final Logger LOG = LoggerFactory.getLogger(TopicDrift.class);

    private TopicDrift() {}

    static void correct(Admin admin, Collection<NewTopic> topics) {
        Map<ConfigResource, NewTopic> wanted = topics.stream()
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), Function.identity()));
        Map<ConfigResource, Config> found = AdminCall.get(
                "the settings of topics", admin.describeConfigs(wanted.keySet()).all());
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        found.forEach((resource, config) -> {
            NewTopic topic = wanted.get(resource);
            List<AlterConfigOp> differing = topic == null ? List.of() : differing(topic, config);
            if (!differing.isEmpty()) {
                changes.put(resource, differing);
            }
        });
        if (!changes.isEmpty()) {
            AdminCall.get(
                    "leave to change settings of topics",
                    admin.incrementalAlterConfigs(changes).all());
        }
    }

    private static List<AlterConfigOp> differing(NewTopic topic, Config found) {
        List<AlterConfigOp> changes = new ArrayList<>();
        topic.configs().forEach((key, value) -> {
            ConfigEntry entry = found.get(key);
            if (entry == null || !value.equals(entry.value())) {
                LOG.info(
                        "topic {}: {} becomes {}, it was {}",
                        topic.name(),
                        key,
                        value,
                        entry == null ? null : entry.value());
                changes.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET));
            }
        });
        return changes;
    }
}
