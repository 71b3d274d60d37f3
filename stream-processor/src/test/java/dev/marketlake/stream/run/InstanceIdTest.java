package dev.marketlake.stream.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {
    @TempDir
    private Path folder;

    @Test
    void an_instance_keeps_its_id_over_restarts() {
        Path state = folder.resolve("not/there/yet");

        String first = InstanceId.of(state);

        assertThat(InstanceId.of(state)).isEqualTo(first);
        assertThat(InstanceId.of(folder.resolve("another"))).isNotEqualTo(first);
    }

    @Test
    void a_file_that_holds_no_id_is_named_with_a_remedy() throws IOException {
        Path file = Files.writeString(folder.resolve("instance-id"), "half-writ");

        assertThatThrownBy(() -> InstanceId.of(folder))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete it");
    }

    @Test
    void a_state_directory_that_is_none_is_named_with_its_setting() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> InstanceId.of(file))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("marketlake.stream.state-dir")
                .hasMessageContaining(file.toString());
    }
}
