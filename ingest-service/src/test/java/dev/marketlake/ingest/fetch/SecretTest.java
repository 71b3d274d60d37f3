package dev.marketlake.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
    @TempDir
    Path dir;

    @Test
    void a_quote_hides_the_key_plain_encoded_in_other_case_and_at_the_cut() {
        Secret key = new Secret("Ab+c/9");
        assertThat(key.quote("a Ab+c/9 b ab+C/9 c Ab%2Bc%2F9 d")).isEqualTo("a (key) b (key) c (key) d");
        assertThat(key.quote("x".repeat(237) + "Ab+c/9")).doesNotContain("Ab");
        assertThat(key.toString()).doesNotContain("Ab");
    }

    @Test
    void a_key_in_a_file_may_end_with_a_line_break() throws IOException {
        Path file = Files.writeString(dir.resolve("key"), "abc123\n");
        assertThat(Secret.of("X_API_KEY", "", file.toString(), "").plain()).isEqualTo("abc123");
    }

    @Test
    void neither_names_both_variables_and_the_remedy() {
        assertThatThrownBy(() -> Secret.of("X_API_KEY", " ", null, "or disable it"))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("X_API_KEY is not set")
                .hasMessageContaining("X_API_KEY_FILE")
                .hasMessageContaining("or disable it");
    }

    @Test
    void both_a_missing_file_and_a_key_with_blanks_are_refused_without_quoting_the_key() {
        assertThatThrownBy(() -> Secret.of("X_API_KEY", "abc", "/file", ""))
                .hasMessageContaining("both set")
                .hasMessageNotContaining("abc");
        assertThatThrownBy(
                        () -> Secret.of("X_API_KEY", null, dir.resolve("absent").toString(), ""))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("X_API_KEY_FILE")
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> Secret.of("X_API_KEY", "abc def", null, ""))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageNotContaining("abc");
    }
}
