package dev.marketlake.allinone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void standard_ports_are_the_documented_ones() {
        var ports = Ports.standard();
        assertThat(ports.of(Port.BROKER)).isEqualTo(9092);
        assertThat(ports.of(Port.REGISTRY)).isEqualTo(8081);
        assertThat(ports.of(Port.STORE)).isEqualTo(9000);
        assertThat(ports.of(Port.SIMULATOR)).isEqualTo(8090);
        assertThat(ports.of(Port.SINK)).isEqualTo(8103);
    }

    @Test
    void free_ports_are_all_different() {
        var ports = Ports.choose(Ports.Choice.FREE);
        assertThat(new HashSet<>(ports.numbers().values())).hasSize(Port.values().length);
    }

    @Test
    void a_taken_port_is_named_with_its_purpose_and_the_remedy() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var numbers =
                    new EnumMap<Port, Integer>(Ports.choose(Ports.Choice.FREE).numbers());
            numbers.put(Port.REGISTRY, other.getLocalPort());
            assertThatThrownBy(new Ports(numbers)::requireFree)
                    .isInstanceOf(SuiteFailure.class)
                    .hasMessage("port " + other.getLocalPort() + " (schema registry) is taken by another program."
                            + " Stop that program, or start with --ports free");
        }
    }

    @Test
    void one_number_for_two_ports_is_refused() {
        var numbers = new EnumMap<Port, Integer>(Ports.standard().numbers());
        numbers.put(Port.INGEST, 9092);
        assertThatThrownBy(() -> new Ports(numbers)).isInstanceOf(IllegalArgumentException.class);
    }
}
