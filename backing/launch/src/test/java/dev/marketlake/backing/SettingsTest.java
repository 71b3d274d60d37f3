package dev.marketlake.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Path DIR = Path.of("/data");

    @Test
    void defaults_are_small_and_on_any_port() {
        assertThat(BrokerSettings.in(DIR)).isEqualTo(new BrokerSettings(DIR, 0, 0, 512, Map.of()));
        assertThat(SchemaRegistrySettings.in(DIR)).isEqualTo(new SchemaRegistrySettings(DIR, 0, 0, 256));
        var store = ObjectStoreSettings.in(DIR);
        assertThat(store).isEqualTo(new ObjectStoreSettings(DIR, 0, 256, store.credentials()));
    }

    @Test
    void impossible_values_are_quoted() {
        assertThatThrownBy(() -> BrokerSettings.in(DIR).onPorts(70_000, 0))
                .hasMessage("port must be 0 (any) or 1..65535, not 70000");
        assertThatThrownBy(() -> SchemaRegistrySettings.in(DIR).withHeapMegabytes(1))
                .hasMessage("heapMegabytes must be at least 64, not 1");
        assertThatThrownBy(() -> SchemaRegistrySettings.in(Path.of("/data;x"))).hasMessageContaining("/data;x");
    }

    @Test
    void a_taken_port_is_refused_before_anything_starts() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var settings = ObjectStoreSettings.in(DIR).onPort(other.getLocalPort());

            assertThatThrownBy(settings::withPortChosen)
                    .hasMessageContaining("port " + other.getLocalPort() + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void picked_ports_differ_and_wanted_ones_stay() {
        int wanted = FreePorts.pick();

        assertThat(FreePorts.choose(0, wanted, 0))
                .doesNotHaveDuplicates()
                .element(1)
                .isEqualTo(wanted);
    }

    @Test
    void secrets_are_never_shown() {
        var credentials = Credentials.random();
        var settings = ObjectStoreSettings.in(DIR).withCredentials(credentials);

        assertThat(settings.toString()).contains(credentials.accessKey()).doesNotContain(credentials.secretKey());
        assertThat(Credentials.random()).isNotEqualTo(credentials);
    }
}
