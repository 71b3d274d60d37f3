package dev.marketlake.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.config.InvalidConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerReachTest {
    @Test
    void a_broker_that_does_not_answer_is_named_with_the_variable() {
        try (BrokerReach broker = new BrokerReach(Map.of("bootstrap.servers", List.of("127.0.0.1:1", "127.0.0.1:2")))) {
            assertThat(broker.look())
                    .isInstanceOfSatisfying(
                            Reach.Unreached.class,
                            unreached -> assertThat(unreached.reason())
                                    .contains("does not answer at 127.0.0.1:1,127.0.0.1:2", "KAFKA_BOOTSTRAP_SERVERS"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:9092,other", "null", "http://", ",", "host:99999999999"})
    void an_address_that_is_none_is_told_at_once_with_the_variable_and_the_remedy(String address) {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> new BrokerReach(Map.of("bootstrap.servers", address)).close())
                .withMessageContaining("KAFKA_BOOTSTRAP_SERVERS is '" + address + "', use host:port");
    }

    @Test
    void a_setting_that_Kafka_refuses_is_told_with_its_name() {
        var config = Map.of("bootstrap.servers", "127.0.0.1:1", "security.protocol", "SECRETLY");
        try (BrokerReach broker = new BrokerReach(config)) {
            assertThatExceptionOfType(InvalidConfig.class)
                    .isThrownBy(broker::look)
                    .withMessageContaining("security.protocol");
        }
    }

    @Test
    void a_name_that_does_not_resolve_now_may_do_so_later() {
        try (BrokerReach broker = new BrokerReach(Map.of("bootstrap.servers", "nowhere.invalid:9092"))) {
            assertThat(broker.look()).isInstanceOf(Reach.Unreached.class);
        }
    }
}
