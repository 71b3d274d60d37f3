package dev.marketlake.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.marketlake.contracts.Samples;
import dev.marketlake.events.RawPosition;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaAvroSerializerTest {
    private static final Schema PAIR = SchemaBuilder.record("Pair")
            .fields()
            .requiredInt("left")
            .requiredString("right")
            .endRecord();
    private static final Schema TRIPLE = SchemaBuilder.record("Pair")
            .fields()
            .requiredString("right")
            .name("middle")
            .type()
            .intType()
            .intDefault(7)
            .requiredInt("left")
            .endRecord();

    private SmallRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = SmallRegistry.start();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void the_bytes_are_zero_then_the_id_then_plain_avro() {
        registry.hold("other", PAIR);
        assertThat(serializer(Map.of()).serialize("t", new RawPosition("ab", -1, 300L)))
                .containsExactly(0, 0, 0, 0, 2, /* "ab" */ 4, 'a', 'b', /* zigzag -1 */ 1, /* zigzag 300 */ 0xD8, 4);
    }

    @Test
    void a_tombstone_stays_one_and_asks_nobody() {
        assertThat(serializer(Map.of()).serialize("t", null)).isNull();
        assertThat(registry.calls()).isEmpty();
    }

    @Test
    void a_schema_is_registered_under_the_topic_once() {
        KafkaAvroSerializer<GenericContainer> serializer = serializer(Map.of());
        serializer.serialize("market.alerts", Samples.alert());
        serializer.serialize("market.alerts", Samples.alert());
        assertThat(registry.calls()).containsExactly("POST /subjects/market.alerts-value/versions");
    }

    @Test
    void keys_have_a_subject_of_their_own() {
        KafkaAvroSerializer<GenericContainer> serializer = new KafkaAvroSerializer<>();
        serializer.configure(Map.of("schema.registry.url", registry.url()), true);
        serializer.serialize("t", new RawPosition("ab", 0, 0L));
        assertThat(registry.calls()).containsExactly("POST /subjects/t-key/versions");
    }

    @Test
    void without_auto_registration_a_known_schema_is_looked_up() {
        registry.hold("t-value", RawPosition.getClassSchema());
        serializer(Map.of("auto.register.schemas", "false")).serialize("t", new RawPosition("ab", 0, 0L));
        assertThat(registry.calls()).containsExactly("POST /subjects/t-value");
    }

    @Test
    void without_auto_registration_an_unknown_schema_is_refused_with_the_remedy() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() ->
                        serializer(Map.of("auto.register.schemas", false)).serialize("t", new RawPosition("ab", 0, 0L)))
                .withMessageContaining("POST " + registry.url() + "/subjects/t-value: HTTP 404")
                .withMessageContaining("the schema must be registered before");
    }

    @Test
    void the_newest_schema_is_written_with_fields_by_name_and_its_defaults() throws IOException {
        registry.hold("t-value", PAIR);
        registry.hold("t-value", TRIPLE);
        byte[] bytes = serializer(Map.of("auto.register.schemas", false, "use.latest.version", true))
                .serialize("t", pair(5, "x"));
        assertThat(bytes).containsExactly(0, 0, 0, 0, 2, /* right */ 2, 'x', /* middle */ 14, /* left */ 10);
        assertThat(registry.calls()).containsExactly("GET /subjects/t-value/versions/latest");
    }

    @Test
    void the_newest_schema_of_the_same_form_costs_no_conversion() {
        registry.hold("t-value", new Schema.Parser().parse(PAIR.toString()));
        assertThat(serializer(Map.of("auto.register.schemas", false, "use.latest.version", true))
                        .serialize("t", pair(5, "x")))
                .containsExactly(0, 0, 0, 0, 1, 10, 2, 'x');
    }

    @Test
    void a_newest_schema_that_cannot_take_the_record_is_refused() {
        registry.hold(
                "t-value",
                SchemaBuilder.record("Pair").fields().requiredLong("right").endRecord());
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer(Map.of("auto.register.schemas", false, "use.latest.version", true))
                        .serialize("t", pair(5, "x")))
                .withMessageContaining("the newest schema of t-value cannot take these records")
                .withMessageContaining("/fields/0/type");
    }

    @Test
    void auto_registration_wins_over_the_newest_schema_as_at_confluent() {
        registry.hold("t-value", TRIPLE);
        serializer(Map.of("use.latest.version", true)).serialize("t", pair(5, "x"));
        assertThat(registry.calls()).containsExactly("POST /subjects/t-value/versions");
    }

    @Test
    void a_record_that_does_not_fit_its_schema_is_told_with_its_topic() {
        GenericRecord half = new GenericData.Record(PAIR);
        half.put("left", 1);
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer(Map.of()).serialize("t", half))
                .withMessageContaining("record for t does not fit its schema")
                .withMessageContaining("right");
    }

    @Test
    void a_registry_that_goes_down_hurts_only_schemas_not_written_before() {
        KafkaAvroSerializer<GenericContainer> serializer = serializer(Map.of());
        byte[] before = serializer.serialize("t", pair(5, "x"));
        registry.close();
        assertThat(serializer.serialize("t", pair(5, "x"))).isEqualTo(before);
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> serializer.serialize("t", new RawPosition("ab", 0, 0L)))
                .withMessageContaining("schema registry does not answer: start it, or correct schema.registry.url")
                .withMessageContaining(registry.url());
    }

    @Test
    void a_registry_that_comes_back_is_asked_again() {
        registry.failWith(503, "starting");
        KafkaAvroSerializer<GenericContainer> serializer = serializer(Map.of());
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> serializer.serialize("t", pair(5, "x")))
                .withMessageContaining("answered HTTP 503");
        registry.recover();
        assertThat(serializer.serialize("t", pair(5, "x"))).hasSize(8);
    }

    @Test
    void a_registry_that_never_ends_its_answer_is_not_waited_for_without_end() {
        registry.stall();
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(
                        () -> serializer(Map.of("http.read.timeout.ms", 200)).serialize("t", pair(5, "x")))
                .withMessageContaining("no answer within 200 ms");
    }

    @Test
    void the_next_address_is_tried_when_one_is_down_or_broken() throws IOException {
        try (SmallRegistry broken = SmallRegistry.start()) {
            broken.failWith(500, "oops");
            SmallRegistry gone = SmallRegistry.start();
            gone.close();
            KafkaAvroSerializer<GenericContainer> serializer = new KafkaAvroSerializer<>();
            String urls = String.join(",", List.of(gone.url(), broken.url(), registry.url()));
            serializer.configure(Map.of("schema.registry.url", urls), false);
            assertThat(serializer.serialize("t", pair(5, "x"))).hasSize(8);
            assertThat(broken.calls()).hasSize(1);
        }
    }

    @Test
    void a_refusal_is_final_and_not_asked_of_the_next_address() throws IOException {
        try (SmallRegistry strict = SmallRegistry.start()) {
            strict.failWith(409, "{\"error_code\":409,\"message\":\"Schema being registered is incompatible\"}");
            KafkaAvroSerializer<GenericContainer> serializer = new KafkaAvroSerializer<>();
            serializer.configure(Map.of("schema.registry.url", strict.url() + "," + registry.url()), false);
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize("t", pair(5, "x")))
                    .withMessageContaining("HTTP 409")
                    .withMessageContaining("not compatible with the ones registered before");
            assertThat(registry.calls()).isEmpty();
        }
    }

    @Test
    void a_right_password_opens_and_a_wrong_one_is_told_without_showing_it() {
        registry.demand("Basic dXNlcjpwYXNz");
        String withPassword = registry.url().replace("http://", "http://user:pass@");
        assertThat(serializer(Map.of("schema.registry.url", withPassword)).serialize("t", pair(5, "x")))
                .hasSize(8);
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer(Map.of(
                                "basic.auth.credentials.source", "USER_INFO",
                                "basic.auth.user.info", "user:guessed"))
                        .serialize("t", pair(5, "x")))
                .withMessageContaining("HTTP 401")
                .withMessageContaining("check basic.auth.user.info")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("guessed"));
    }

    @Test
    void an_address_that_is_no_registry_is_told() {
        registry.failWith(200, "<html>hello</html>");
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer(Map.of()).serialize("t", pair(5, "x")))
                .withMessageContaining("with no JSON: is schema.registry.url the address of a registry?");
    }

    @Test
    void an_unconfigured_serializer_says_so() {
        assertThatIllegalStateException().isThrownBy(() -> new KafkaAvroSerializer<>().serialize("t", pair(5, "x")));
    }

    private KafkaAvroSerializer<GenericContainer> serializer(Map<String, ?> more) {
        Map<String, Object> config = new HashMap<>(Map.of("schema.registry.url", registry.url()));
        config.putAll(more);
        KafkaAvroSerializer<GenericContainer> serializer = new KafkaAvroSerializer<>();
        serializer.configure(config, false);
        return serializer;
    }

    private static GenericRecord pair(int left, String right) {
        GenericRecord pair = new GenericData.Record(PAIR);
        pair.put("left", left);
        pair.put("right", right);
        return pair;
    }
}
