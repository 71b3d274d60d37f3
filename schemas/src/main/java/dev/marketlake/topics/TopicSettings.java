package dev.marketlake.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.config.ConfigFile;
import dev.marketlake.config.InvalidConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** Partitions, retention and replication of every topic, from {@code config/topics.yml}. */
public record TopicSettings(
        @JsonProperty("defaults") Defaults defaults,
        @JsonProperty("topics") Map<String, TopicSetting> topics) {

    /** What applies where a topic says nothing. */
    public record Defaults(
            @JsonProperty("partitions") int partitions,
            @JsonProperty("replication") short replication) {
        public Defaults {
            if (partitions < 1 || replication < 1) {
                throw new InvalidConfig(
                        "partitions and replication must be at least 1, not " + partitions + " and " + replication);
            }
        }
    }

    /** Cleanup policy of a topic. */
    public enum Cleanup {
        delete,
        compact
    }

    /** How a topic's batches are kept: as the producer sent them, or in one codec for readers that know no other. */
    public enum Compression {
        producer,
        uncompressed,
        gzip,
        snappy,
        lz4,
        zstd
    }

    /**
     * One topic.
     *
     * @param cleanup {@code delete} or {@code compact}
     * @param retention ISO duration such as {@code P7D}; null with compact
     * @param partitions null for the default; more can never be taken back, and moves keys
     * @param maxMessageBytes largest record batch in bytes; null for the broker's
     * @param compression null for {@code producer}
     */
    public record TopicSetting(
            @JsonProperty("cleanup") Cleanup cleanup,
            @Nullable @JsonProperty("retention") Duration retention,
            @Nullable @JsonProperty("partitions") Integer partitions,
            @Nullable @JsonProperty("max-message-bytes") Integer maxMessageBytes,
            @Nullable @JsonProperty("compression") Compression compression) {
        public TopicSetting {
            if (cleanup == null) {
                throw new InvalidConfig("cleanup must be delete or compact");
            }
            if (cleanup == Cleanup.delete && retention == null) {
                throw new InvalidConfig("a topic with cleanup delete needs a retention such as P7D");
            }
            if (cleanup == Cleanup.compact && retention != null) {
                throw new InvalidConfig(
                        "a topic with cleanup compact keeps the last value of each key for ever: take out "
                                + "retention " + retention);
            }
            if (retention != null && !retention.isPositive()) {
                throw new InvalidConfig("retention must be longer than nothing, for example P7D: " + retention);
            }
            if (partitions != null && partitions < 1) {
                throw new InvalidConfig("partitions must be at least 1: " + partitions);
            }
            if (maxMessageBytes != null && maxMessageBytes < 1) {
                throw new InvalidConfig("max-message-bytes must be at least 1: " + maxMessageBytes);
            }
        }

        private Map<String, String> kafkaConfig() {
            Map<String, String> config = new HashMap<>();
            // Retention must never eat history: it counts from arrival, event times live in the value alone.
            config.put("message.timestamp.type", "LogAppendTime");
            config.put("cleanup.policy", cleanup.name());
            config.put("compression.type", (compression == null ? Compression.producer : compression).name());
            if (retention != null) {
                config.put("retention.ms", Long.toString(retention.toMillis()));
            }
            if (maxMessageBytes != null) {
                config.put("max.message.bytes", Integer.toString(maxMessageBytes));
            }
            return config;
        }
    }

    public TopicSettings {
        if (defaults == null || topics == null) {
            throw new InvalidConfig("both 'defaults' and 'topics' are needed");
        }
        for (Topic<?> topic : Topics.all()) {
            if (topics.get(topic.name()) == null) {
                throw new InvalidConfig("topics: " + topic.name()
                        + " is missing: add it, for example {cleanup: delete, retention: P7D}");
            }
        }
        for (String name : topics.keySet()) {
            if (Topics.all().stream().noneMatch(topic -> topic.name().equals(name))) {
                throw new InvalidConfig("topics: " + name + " is no topic of the suite: use " + Topics.all());
            }
        }
        topics = Map.copyOf(topics);
    }

    /** Reads the file. @throws InvalidConfig naming the file, the topic and what is wrong */
    public static TopicSettings read(Path file) {
        return ConfigFile.read(file, TopicSettings.class);
    }

    /** All topics as Kafka's admin client wants them. */
    public List<NewTopic> newTopics() {
        return Topics.all().stream()
                .map(topic -> new NewTopic(topic.name(), partitions(topic), defaults.replication())
                        .configs(setting(topic.name()).kafkaConfig()))
                .toList();
    }

    /** Partitions configured for a topic. */
    public int partitions(Topic<?> topic) {
        Integer own = setting(topic.name()).partitions();
        return own == null ? defaults.partitions() : own;
    }

    private TopicSetting setting(String name) {
        TopicSetting setting = topics.get(name);
        if (setting == null) {
            throw new InvalidConfig("topics: " + name + " is missing");
        }
        return setting;
    }
}
