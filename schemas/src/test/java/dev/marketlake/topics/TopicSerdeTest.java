package dev.marketlake.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.serde.KafkaAvroSerializer;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSerdeTest {
    private static final String URL = "http://localhost:8081";

    /** As a user might put Confluent's own on the class path. */
    public static final class AnotherSerializer implements Serializer<GenericContainer> {
        @Override
        public byte[] serialize(String topic, GenericContainer record) {
            return new byte[] {42};
        }
    }

    @Test
    void values_are_written_by_our_serializer() {
        try (var serde = Topics.BARS.valueSerde(Map.of("schema.registry.url", URL))) {
            assertThat(serde.serializer()).isInstanceOf(KafkaAvroSerializer.class);
        }
    }

    @Test
    void another_serializer_is_swapped_in_by_configuration_alone() {
        Map<String, ?> config =
                Map.of("schema.registry.url", URL, "marketlake.value.serializer", AnotherSerializer.class.getName());
        try (var serde = Topics.BARS.valueSerde(config)) {
            assertThat(serde.serializer()).isInstanceOf(AnotherSerializer.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.example.NotThere", "java.lang.String"})
    void a_serializer_that_cannot_be_used_is_named_with_its_setting(String name) {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() ->
                        Topics.BARS.valueSerde(Map.of("schema.registry.url", URL, "marketlake.value.serializer", name)))
                .withMessageContaining("marketlake.value.serializer is " + name + ", which is no serializer");
    }
}
