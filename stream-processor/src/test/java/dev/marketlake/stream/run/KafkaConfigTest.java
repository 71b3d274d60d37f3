package dev.marketlake.stream.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.stream.Settings;
import dev.marketlake.topics.TopicSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class KafkaConfigTest {
    @TempDir
    Path state = Path.of("");

    @Test
    void an_instance_that_comes_back_is_the_same_member() {
        assertThat(member("a topology")).isEqualTo(member("a topology"));
    }

    /** Kafka hands a member that comes back what it had, without asking what another topology needs. */
    @Test
    void one_that_comes_back_with_another_topology_is_another_member() {
        assertThat(member("a topology")).isNotEqualTo(member("a topology with one more store"));
    }

    private String member(String topology) {
        var settings = Settings.of(Map.of("state-dir", state.toString()));
        var topics = TopicSettings.read(Path.of("../config/topics.yml"));
        var config = KafkaConfig.streams(new KafkaProperties(), settings, topics, topology);
        return String.valueOf(config.get("main.consumer.group.instance.id"));
    }
}
