package dev.marketlake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.events.RawPosition;
import dev.marketlake.serde.KafkaAvroDeserializer;
import dev.marketlake.serde.KafkaAvroSerializer;
import dev.marketlake.serde.UndecodableValue;
import dev.marketlake.topics.Topics;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the small registry of the unit tests assumes, held against the real one. */
@ExtendWith(Backing.Provider.class)
class RegistryContractTest {
    private static final Schema PAIR = SchemaBuilder.record("Pair")
            .fields()
            .requiredInt("left")
            .requiredString("right")
            .endRecord();

    private Backing backing;

    @BeforeEach
    void take(Backing shared) {
        backing = shared;
    }

    @Test
    void every_contract_passes_the_registry_and_comes_back() {
        assertThat(thereAndBack(Topics.RAW.valueSerde(backing.registryConfig()), Records.raw()))
                .isEqualTo(Records.raw());
        assertThat(thereAndBack(Topics.BARS.valueSerde(backing.registryConfig()), Records.bar()))
                .isEqualTo(Records.bar());
        assertThat(thereAndBack(Topics.ALERTS.valueSerde(backing.registryConfig()), Records.alert()))
                .isEqualTo(Records.alert());
    }

    @Test
    void every_topic_of_the_suite_can_register_its_schema_and_find_it_again() {
        for (var topic : Topics.all()) {
            Schema schema = org.apache.avro.specific.SpecificData.get().getSchema(topic.type());
            GenericRecord empty = new GenericData.Record(schema);
            // The empty record is not written; the registry is asked first.
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer(Map.of()).serialize(topic.name(), empty))
                    .withMessageContaining("does not fit its schema");
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() ->
                            serializer(Map.of("auto.register.schemas", false)).serialize(topic.name(), empty))
                    .withMessageContaining("does not fit its schema");
        }
    }

    @Test
    void an_id_nobody_registered_is_a_fault_of_the_record() {
        assertThatExceptionOfType(UndecodableValue.class)
                .isThrownBy(() -> deserializer().deserialize("t", new byte[] {0, 127, 1, 2, 3, 4}))
                .withMessageContaining("which the registry does not have");
    }

    @Test
    void a_path_that_is_not_the_protocols_is_no_fault_of_the_record() {
        KafkaAvroDeserializer<Object> lost = new KafkaAvroDeserializer<>();
        String root = backing.registry().url().replaceAll("/apis/.*", "");
        lost.configure(Map.of("schema.registry.url", root), false);
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> lost.deserialize("t", new byte[] {0, 0, 0, 0, 1, 4}))
                .isNotInstanceOf(UndecodableValue.class)
                .withMessageContaining("schema.registry.url");
    }

    @Test
    void an_incompatible_change_is_refused_with_a_reason() {
        serializer(Map.of()).serialize("strict", pair(PAIR));
        Schema incompatible = SchemaBuilder.record("Pair")
                .fields()
                .requiredInt("left")
                .requiredInt("right")
                .endRecord();
        GenericRecord changed = new GenericData.Record(incompatible);
        changed.put("left", 1);
        changed.put("right", 1);
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer(Map.of()).serialize("strict", changed))
                .withMessageContaining("strict-value")
                .withMessageContaining("HTTP 409");
    }

    @Test
    void without_auto_registration_an_unknown_schema_is_refused() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(
                        () -> serializer(Map.of("auto.register.schemas", false)).serialize("unheard-of", pair(PAIR)))
                .withMessageContaining("HTTP 404");
    }

    @Test
    void the_newest_schema_is_written_where_it_is_asked_for() {
        Schema newer = SchemaBuilder.record("Pair")
                .fields()
                .requiredString("right")
                .name("extra")
                .type()
                .intType()
                .intDefault(7)
                .requiredInt("left")
                .endRecord();
        GenericRecord first = new GenericData.Record(newer);
        first.put("left", 1);
        first.put("right", "x");
        first.put("extra", 2);
        serializer(Map.of()).serialize("newest", first);
        byte[] bytes = serializer(Map.of("auto.register.schemas", false, "use.latest.version", true))
                .serialize("newest", pair(PAIR));
        assertThat(deserializer().deserialize("newest", bytes))
                .hasToString("{\"right\": \"x\", \"extra\": 7, \"left\": 5}");
    }

    @Test
    void a_dead_registry_hurts_only_what_was_not_seen_and_one_that_comes_back_has_the_same_ids() {
        KafkaAvroSerializer<GenericContainer> serializer = serializer(Map.of());
        byte[] before = Objects.requireNonNull(serializer.serialize("dying", Records.alert()));
        KafkaAvroDeserializer<Object> deserializer = deserializer();
        deserializer.deserialize("dying", before);

        backing.registry().kill();
        try {
            assertThat(serializer.serialize("dying", Records.alert())).hasSameSizeAs(before);
            assertThat(deserializer.deserialize("dying", before)).isNotNull();
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> serializer.serialize("dying", new RawPosition("ab", 0, 0L)))
                    .withMessageContaining("schema registry does not answer: start it");
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> deserializer().deserialize("dying", before));
        } finally {
            backing.registry().restart();
        }
        assertThat(serializer(Map.of()).serialize("dying", Records.alert())).startsWith(Arrays.copyOf(before, 5));
    }

    private static <T> T thereAndBack(Serde<T> serde, T record) {
        try (serde) {
            return serde.deserializer()
                    .deserialize(
                            "market",
                            serde.serializer()
                                    .serialize("market." + record.getClass().getSimpleName(), record));
        }
    }

    private KafkaAvroSerializer<GenericContainer> serializer(Map<String, ?> more) {
        Map<String, Object> config = new HashMap<>(backing.registryConfig());
        config.putAll(more);
        KafkaAvroSerializer<GenericContainer> serializer = new KafkaAvroSerializer<>();
        serializer.configure(config, false);
        return serializer;
    }

    private KafkaAvroDeserializer<Object> deserializer() {
        KafkaAvroDeserializer<Object> deserializer = new KafkaAvroDeserializer<>();
        deserializer.configure(backing.registryConfig(), false);
        return deserializer;
    }

    private static GenericRecord pair(Schema schema) {
        GenericRecord pair = new GenericData.Record(schema);
        pair.put("left", 5);
        pair.put("right", "x");
        return pair;
    }
}
