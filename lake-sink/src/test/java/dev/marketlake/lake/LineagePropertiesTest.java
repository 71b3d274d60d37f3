package dev.marketlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineagePropertiesTest {
    private static final String SERVER = "http://localhost:5000";

    @TempDir
    Path folder = Path.of("");

    private static LineageProperties given(String endpoint, String key, String file) {
        return new LineageProperties(endpoint, key, file, "desk", Duration.ofSeconds(5), 1_000);
    }

    @Test
    void nothing_is_told_where_no_endpoint_is_given() {
        assertThat(given(" ", "key", "").checked()).isEmpty();
    }

    @Test
    void a_bare_address_means_the_usual_path_of_it() {
        assertThat(given(SERVER, "", "").checked().orElseThrow().endpoint())
                .isEqualTo(URI.create("http://localhost:5000/api/v1/lineage"));
        assertThat(given(SERVER + "/own", "", "").checked().orElseThrow().endpoint())
                .isEqualTo(URI.create("http://localhost:5000/own"));
    }

    @Test
    void a_key_comes_from_a_file_as_well_and_is_in_no_text_form() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "from-file\n");

        var properties = given(SERVER, "", file.toString());

        assertThat(properties.checked().orElseThrow().apiKey()).contains("from-file");
        assertThat(properties.checked().orElseThrow().toString()).doesNotContain("from-file");
        assertThat(given(SERVER, "from-environment", "").toString()).doesNotContain("from-environment");
    }

    @Test
    void what_cannot_be_used_is_named_with_the_remedy() {
        refused(given("localhost:5000", "", ""), "marketlake.lineage.endpoint must look like http://localhost:5000");
        refused(given("http://me:secret@localhost:5000", "", ""), "OPENLINEAGE_API_KEY");
        refused(given(SERVER, "a", "b"), "keep one of them");
        refused(given(SERVER, "", folder.resolve("none").toString()), "OPENLINEAGE_API_KEY_FILE");
    }

    private static void refused(LineageProperties properties, String told) {
        assertThatThrownBy(properties::checked)
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining(told)
                .hasMessageNotContaining("secret");
    }
}
