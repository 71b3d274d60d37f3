package dev.marketlake.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.reach.Reach;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryReachTest {
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("us:s3cr3t".getBytes(StandardCharsets.UTF_8));

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
    void a_registry_that_answers_is_reached() {
        assertThat(reach(Map.of("schema.registry.url", registry.url()))).isInstanceOf(Reach.Reached.class);
    }

    @Test
    void the_credentials_of_the_serializer_are_used_under_either_name() {
        registry.demand(BASIC);
        for (String key : new String[] {"basic.auth.user.info", "schema.registry.basic.auth.user.info"}) {
            assertThat(reach(Map.of(
                            "schema.registry.url",
                            registry.url(),
                            "basic.auth.credentials.source",
                            "USER_INFO",
                            key,
                            "us:s3cr3t")))
                    .as(key)
                    .isInstanceOf(Reach.Reached.class);
        }
    }

    @Test
    void a_registry_that_refuses_us_is_not_reached_and_the_reason_names_the_setting_and_no_secret() {
        registry.demand(BASIC);
        assertThat(reach(Map.of(
                        "schema.registry.url", registry.url(),
                        "basic.auth.credentials.source", "USER_INFO",
                        "basic.auth.user.info", "us:wr0ng")))
                .isInstanceOfSatisfying(
                        Reach.Unreached.class,
                        unreached -> assertThat(unreached.reason())
                                .contains("401", "basic.auth.user.info", "SCHEMA_REGISTRY_URL")
                                .doesNotContain("wr0ng"));
    }

    @Test
    void the_next_address_counts_where_the_first_does_not_answer() {
        assertThat(reach(Map.of("schema.registry.url", "http://127.0.0.1:1," + registry.url())))
                .isInstanceOf(Reach.Reached.class);
    }

    @Test
    void an_address_that_is_none_is_told_without_quoting_it() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> new RegistryReach(Map.of("schema.registry.url", "us:s3cr3t@localhost:8081")))
                .withMessageContaining("SCHEMA_REGISTRY_URL")
                .withMessageNotContaining("s3cr3t");
    }

    private static Reach reach(Map<String, Object> config) {
        return new RegistryReach(config).look();
    }
}
