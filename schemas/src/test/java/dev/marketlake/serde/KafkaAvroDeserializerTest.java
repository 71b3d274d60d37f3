package dev.marketlake.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.contracts.Samples;
import dev.marketlake.events.Bar;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.Trade;
import dev.marketlake.topics.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KafkaAvroDeserializerTest {
    private SmallRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = SmallRegistry.start();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    static Stream<SpecificRecord> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_contract_comes_back_as_it_was_written(SpecificRecord record) {
        assertThat(deserializer(Map.of()).deserialize("t", write(record))).isEqualTo(record);
    }

    @Test
    void a_topics_serde_reads_what_it_wrote() {
        try (Serde<Bar> serde = Topics.BARS.valueSerde(Map.of("schema.registry.url", registry.url()))) {
            byte[] bytes = serde.serializer().serialize("market.bars", Samples.bar());
            assertThat(serde.deserializer().deserialize("market.bars", bytes)).isEqualTo(Samples.bar());
        }
    }

    @Test
    void without_the_specific_reader_values_are_generic() {
        Object value = deserializer(Map.of("specific.avro.reader", false)).deserialize("t", write(Samples.bar()));
        assertThat(value)
                .isNotInstanceOf(SpecificRecord.class)
                .isInstanceOfSatisfying(
                        GenericRecord.class,
                        bar -> assertThat(bar.get("symbol")).hasToString("AAPL"));
    }

    @Test
    void a_tombstone_stays_one_and_asks_nobody() {
        assertThat(deserializer(Map.of()).deserialize("t", null)).isNull();
        assertThat(registry.calls()).isEmpty();
    }

    @Test
    void an_id_is_asked_for_once_and_then_outlives_the_registry() {
        byte[] bytes = write(Samples.bar());
        KafkaAvroDeserializer<Object> deserializer = deserializer(Map.of());
        deserializer.deserialize("t", bytes);
        int calls = registry.calls().size();
        registry.close();
        assertThat(deserializer.deserialize("t", bytes)).isEqualTo(Samples.bar());
        assertThat(registry.calls()).hasSize(calls);
    }

    @Test
    void a_registry_that_does_not_answer_is_no_fault_of_the_record() {
        byte[] bytes = write(Samples.bar());
        registry.close();
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> deserializer(Map.of()).deserialize("t", bytes));
    }

    @Test
    void a_registry_that_denies_access_is_no_fault_of_the_record() {
        byte[] bytes = write(Samples.bar());
        registry.demand("Basic nobody");
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer(Map.of()).deserialize("t", bytes))
                .isNotInstanceOf(UndecodableValue.class)
                .withMessageContaining("HTTP 401");
    }

    @Test
    void a_wrong_path_of_the_registry_is_no_fault_of_the_record() {
        byte[] bytes = write(Samples.bar());
        registry.failWith(404, "<h1>Not here</h1>");
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer(Map.of()).deserialize("t", bytes))
                .isNotInstanceOf(UndecodableValue.class)
                .withMessageContaining("schema.registry.url must hold the whole path");
    }

    @Test
    void an_id_the_registry_does_not_have_is_a_fault_of_the_record() {
        undecodable(new byte[] {0, 0, 0, 0, 99, 1, 2}, "names schema 99, which the registry does not have");
    }

    @Test
    void a_schema_of_another_kind_is_a_fault_of_the_record() {
        int id = registry.holdAnswer("{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = 'proto3';\"}");
        undecodable(WireFormat.header(id), "schema " + id + " is PROTOBUF, not Avro");
    }

    @Test
    void a_schema_that_is_not_whole_is_a_fault_of_the_record() {
        int id = registry.holdAnswer("{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"A\\\",\\\"fields\\\":"
                + "[{\\\"name\\\":\\\"b\\\",\\\"type\\\":\\\"Elsewhere\\\"}]}\"}");
        undecodable(WireFormat.header(id), "cannot be read as one Avro schema");
    }

    @Test
    void a_record_this_program_has_no_class_for_is_undecodable() {
        int id = registry.hold(
                "t",
                SchemaBuilder.record("some.Stranger").fields().requiredInt("i").endRecord());
        undecodable(
                ByteBuffer.allocate(6).put(WireFormat.header(id)).array(),
                "is a some.Stranger, for which there is no class");
    }

    @Test
    void a_record_that_names_a_class_of_the_jdk_is_undecodable() {
        int id = registry.hold(
                "t",
                SchemaBuilder.record("java.net.URL").fields().requiredInt("i").endRecord());
        undecodable(ByteBuffer.allocate(6).put(WireFormat.header(id)).array(), "java.net.URL");
    }

    @Test
    void a_record_of_another_contract_is_undecodable_on_a_topic_of_its_own_type() {
        byte[] bytes = write(Samples.trade());
        try (Serde<Bar> serde = Topics.BARS.valueSerde(Map.of("schema.registry.url", registry.url()))) {
            assertThatExceptionOfType(UndecodableValue.class)
                    .isThrownBy(() -> serde.deserializer().deserialize("market.bars", bytes))
                    .withMessageContaining(
                            "is a dev.marketlake.events.Trade that cannot be read as dev.marketlake.events.Bar");
        }
    }

    @Test
    void a_newer_writers_additional_field_is_skipped() {
        Schema newer = new Schema.Parser()
                .parse(RawPosition.getClassSchema()
                        .toString()
                        .replace("\"fields\":[", "\"fields\":[{\"name\":\"extra\",\"type\":\"int\"},"));
        int id = registry.hold("t", newer);
        byte[] bytes = ByteBuffer.allocate(11)
                .put(WireFormat.header(id))
                .put(new byte[] {14, 4, 'a', 'b', 2, 4})
                .array();
        assertThat(deserializer(Map.of()).deserialize("t", bytes)).isEqualTo(new RawPosition("ab", 1, 2L));
    }

    @Test
    void bytes_cut_short_or_left_over_are_undecodable() {
        byte[] good = write(new RawPosition("ab", 1, 2L));
        undecodable(java.util.Arrays.copyOf(good, good.length - 1), "value does not match schema");
        undecodable(java.util.Arrays.copyOf(good, good.length + 1), "bytes are left over");
    }

    @Test
    void a_decimal_without_digits_is_undecodable() {
        int id = registry.hold(
                "t", new Schema.Parser().parse(Trade.getClassSchema().toString()));
        // Four empty strings, a date and a time, then a price of no bytes.
        byte[] bytes = ByteBuffer.allocate(16).put(WireFormat.header(id)).array();
        undecodable(bytes, "value does not match schema " + id);
    }

    @Test
    void whatever_is_changed_in_a_value_it_is_read_or_undecodable() {
        byte[] good = write(Samples.bar());
        KafkaAvroDeserializer<Object> deserializer = deserializer(Map.of());
        Random random = new Random(20190215);
        int undecodable = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                bad[WireFormat.HEADER + random.nextInt(bad.length - WireFormat.HEADER)] = (byte) random.nextInt();
            }
            try {
                deserializer.deserialize("t", bad);
            } catch (UndecodableValue e) {
                undecodable++;
            }
        }
        assertThat(undecodable).isBetween(5_000, 19_999);
    }

    @Test
    void many_threads_share_one_serde() throws Exception {
        try (Serde<Bar> serde = Topics.BARS.valueSerde(Map.of("schema.registry.url", registry.url()));
                var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tasks = IntStream.range(0, 8)
                    .mapToObj(thread ->
                            (Callable<Boolean>) () -> IntStream.range(0, 2_000).allMatch(i -> {
                                Bar bar = Bar.newBuilder(Samples.bar())
                                        .setSymbol("S" + thread)
                                        .setRevision(i)
                                        .build();
                                return bar.equals(serde.deserializer()
                                        .deserialize("t", serde.serializer().serialize("t", bar)));
                            }))
                    .toList();
            for (var equal : threads.invokeAll(tasks)) {
                assertThat(equal.get()).isTrue();
            }
        }
    }

    private void undecodable(byte[] bytes, String message) {
        assertThatExceptionOfType(UndecodableValue.class)
                .isThrownBy(() -> deserializer(Map.of()).deserialize("t", bytes))
                .withMessageContaining(message);
    }

    private byte[] write(GenericContainer record) {
        KafkaAvroSerializer<GenericContainer> serializer = new KafkaAvroSerializer<>();
        serializer.configure(Map.of("schema.registry.url", registry.url()), false);
        return Objects.requireNonNull(serializer.serialize("t", record));
    }

    private KafkaAvroDeserializer<Object> deserializer(Map<String, ?> more) {
        Map<String, Object> config =
                new HashMap<>(Map.of("schema.registry.url", registry.url(), "specific.avro.reader", true));
        config.putAll(more);
        KafkaAvroDeserializer<Object> deserializer = new KafkaAvroDeserializer<>();
        deserializer.configure(config, false);
        return deserializer;
    }
}
