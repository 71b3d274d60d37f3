package dev.marketlake.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    Path root;

    @BeforeEach
    void checkout() throws IOException {
        Files.createDirectories(root.resolve("backing/broker"));
    }

    @Test
    void the_nearest_folder_upwards_is_found() throws IOException {
        var deep = Files.createDirectories(root.resolve("stream-processor/target/classes"));

        assertThat(Installation.find(null, null, deep).root()).isEqualTo(root);
    }

    @Test
    void the_property_wins_over_the_variable() throws IOException {
        var other = root.resolve("other");
        Files.createDirectories(other.resolve("backing/broker"));

        assertThat(Installation.find(root.toString(), other.toString(), other).root())
                .isEqualTo(root);
        assertThat(Installation.find(null, other.toString(), root).root()).isEqualTo(other);
    }

    @Test
    void a_named_folder_that_is_no_installation_is_refused() {
        assertThatThrownBy(() -> Installation.find(root + "/backing", null, root))
                .hasMessage(root + "/backing is no Marketlake installation: it has no folder backing/broker");
    }

    @Test
    void an_unbuilt_program_names_its_remedy() {
        assertThatThrownBy(() -> new Installation(root).brokerClassPath())
                .hasMessage(root + "/backing/broker/target/classes is not built: "
                        + "run ./mvnw -q compile -pl backing/launch -am in " + root);
    }

    @Test
    void nothing_found_says_how_to_name_one(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> Installation.find(null, null, elsewhere))
                .hasMessageContaining("-Dmarketlake.home=DIR or MARKETLAKE_HOME=DIR");
    }
}
