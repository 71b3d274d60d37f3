package dev.marketlake.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {
    private static final String URL = "schema.registry.url";
    private static final String SOURCE = "basic.auth.credentials.source";
    /** "user:pass" in base 64. */
    private static final Optional<String> USER_PASS = Optional.of("Basic dXNlcjpwYXNz");

    @Test
    void defaults_are_confluents() {
        RegistrySettings settings = RegistrySettings.of(Map.of(URL, "http://localhost:8081"));
        assertThat(settings.patience()).hasSeconds(10);
        assertThat(settings.autoRegister()).isTrue();
        assertThat(settings.useLatestVersion()).isFalse();
        assertThat(settings.specificReader()).isFalse();
        assertThat(settings.endpoints())
                .extracting(RegistryEndpoint::authorization)
                .containsExactly(Optional.empty());
    }

    @Test
    void several_addresses_are_taken_in_order_without_their_last_slash() {
        assertThat(RegistrySettings.of(Map.of(URL, "http://a:1/ccompat/v7/, https://b:2"))
                        .endpoints())
                .hasToString("[http://a:1/ccompat/v7, https://b:2]");
        assertThat(RegistrySettings.of(Map.of(URL, List.of("http://a", "http://b")))
                        .endpoints())
                .hasToString("[http://a, http://b]");
    }

    @Test
    void a_password_in_an_address_goes_to_that_address_alone() {
        List<RegistryEndpoint> endpoints = RegistrySettings.of(Map.of(URL, "http://user:pass@a:1,http://b:2"))
                .endpoints();
        assertThat(endpoints).hasToString("[http://a:1, http://b:2]");
        assertThat(endpoints).extracting(RegistryEndpoint::authorization).containsExactly(USER_PASS, Optional.empty());
    }

    @Test
    void a_password_in_an_address_may_be_percent_encoded() {
        assertThat(RegistrySettings.of(Map.of(URL, "http://user:p%40ss@a:1"))
                        .endpoints()
                        .getFirst())
                .returns(Optional.of("Basic dXNlcjpwQHNz"), RegistryEndpoint::authorization)
                .hasToString("http://a:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic.auth.user.info", "schema.registry.basic.auth.user.info"})
    void user_info_goes_to_every_address_under_either_key(String key) {
        assertThat(RegistrySettings.of(Map.of(URL, "http://a,http://b", SOURCE, "USER_INFO", key, "user:pass"))
                        .endpoints())
                .extracting(RegistryEndpoint::authorization)
                .containsExactly(USER_PASS, USER_PASS);
    }

    @Test
    void user_info_may_come_as_kafkas_password_type() {
        Map<String, ?> config =
                Map.of(URL, "http://a", SOURCE, "USER_INFO", "basic.auth.user.info", new Password("user:pass"));
        assertThat(RegistrySettings.of(config).endpoints().getFirst().authorization())
                .isEqualTo(USER_PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost:8081", "ftp://host", "http:///path", "http://ho st", "", ",", "http://a,,http://b"})
    void an_address_that_is_none_is_refused_with_an_example(String url) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> RegistrySettings.of(Map.of(URL, url)))
                .withMessageContaining(URL)
                .withMessageContaining("http://localhost:8081/apis/ccompat/v7");
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url,, schema.registry.url",
        "auto.register.schemas, yes, must be true or false",
        "use.latest.version, 1, must be true or false",
        "http.read.timeout.ms, 5s, must be a number of milliseconds",
        "http.read.timeout.ms, 0, must be a number of milliseconds",
        "specific.avro.reader, on, must be true or false",
        "basic.auth.credentials.source, SASL_INHERIT, use URL or USER_INFO",
        "value.subject.name.strategy, io.confluent.kafka.serializers.subject.RecordNameStrategy, TopicNameStrategy",
        "schema.registry.bearer.auth.credentials.source, STATIC_TOKEN, use basic authentication",
        "schema.registry.ssl.truststore.location, /tmp/t, javax.net.ssl",
    })
    void a_setting_that_would_be_ignored_is_refused(String key, String value, String message) {
        Map<String, Object> config = new HashMap<>(Map.of(URL, "http://a"));
        config.put(key, value);
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> RegistrySettings.of(config))
                .withMessageContaining(key)
                .withMessageContaining(message);
    }

    @Test
    void confluents_own_strategy_class_is_understood() {
        RegistrySettings.of(Map.of(
                URL,
                "http://a",
                "value.subject.name.strategy",
                "io.confluent.kafka.serializers.subject.TopicNameStrategy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:secret word@host", "user:secret@host", "http://user:secret@"})
    void no_secret_is_in_a_message_about_an_address(String url) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> RegistrySettings.of(Map.of(URL, url)))
                .satisfies(e -> assertThat(e).hasMessageNotContaining("secret").hasNoCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", ":secret", ""})
    void no_secret_is_in_a_message_about_user_info(String info) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() ->
                        RegistrySettings.of(Map.of(URL, "http://a", SOURCE, "USER_INFO", "basic.auth.user.info", info)))
                .withMessageContaining("must be user:password")
                .satisfies(e -> assertThat(e).hasMessageNotContaining("secret"));
    }

    @Test
    void no_secret_is_in_a_text_form() {
        assertThat(RegistrySettings.of(Map.of(URL, "http://user:pass@a")).toString())
                .doesNotContain("pass")
                .doesNotContain("dXNlcjpwYXNz");
    }
}
