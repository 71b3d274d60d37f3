package dev.marketlake.proofs.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.backing.Credentials;
import dev.marketlake.backing.ObjectStore;
import dev.marketlake.backing.ObjectStoreSettings;
import dev.marketlake.backing.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs as they are shipped, each with one thing wrong: what can only be mended by hand ends the program with one message that
 * names it; what may come by itself is waited for, with readiness DOWN and the reason in it.
 */
class BadConfigurationTest {
    private static final String SECRET = "s3cr3t-s3cr3t";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_sink_without_credentials_names_both_variables() throws Exception {
        assertRefused(program("lake-sink").without("S3_ACCESS_KEY"), "S3_ACCESS_KEY and S3_SECRET_KEY are needed");
    }

    @Test
    void a_table_that_is_none_is_named_with_its_file() throws Exception {
        var program = program("lake-sink");
        Files.writeString(program.config("lake.yml"), "tables: {silver.barz: {}}\n");
        assertRefused(program, "lake.yml", "there is no table silver.barz");
    }

    @Test
    void a_rule_with_a_ratio_that_is_none_is_named_with_its_line() throws Exception {
        var program = program("stream-processor");
        var rules = program.config("alerts.yml");
        Files.writeString(rules, Files.readString(rules).replaceAll("ratio: [0-9.]+", "ratio: plenty"));
        assertRefused(program, "alerts.yml line", "'plenty'");
    }

    @Test
    void a_broker_address_that_is_none_names_its_variable() throws Exception {
        assertRefused(
                program("stream-processor").with("KAFKA_BOOTSTRAP_SERVERS", "localhost"),
                "KAFKA_BOOTSTRAP_SERVERS is 'localhost'");
    }

    @Test
    void a_stream_processor_without_broker_and_registry_waits_and_names_both() throws Exception {
        try (var running = program("stream-processor").start()) {
            var readiness = running.readinessOnceDown("broker");
            assertThat(readiness).contains("\"broker\"", "\"schemaRegistry\"", "127.0.0.1:1", "127.0.0.1:2");
        }
    }

    @Test
    void a_sink_with_wrong_credentials_waits_and_says_so_without_telling_them() throws Exception {
        var settings =
                ObjectStoreSettings.in(folder.resolve("store")).withCredentials(new Credentials("right", SECRET));
        try (var store = ObjectStore.start(settings);
                var running = program("lake-sink")
                        .with("S3_ENDPOINT", store.endpoint())
                        .with("S3_ACCESS_KEY", "right")
                        .with("S3_SECRET_KEY", "wr0ng-wr0ng")
                        .start()) {
            var readiness = running.readinessOnceDown("objectStore");
            assertThat(readiness).contains("S3_ACCESS_KEY").doesNotContain("wr0ng-wr0ng");
            assertThat(running.log()).doesNotContain("wr0ng-wr0ng");
        }
    }

    private ShippedProgram program(String module) throws Exception {
        return ShippedProgram.of(
                module,
                folder,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "SCHEMA_REGISTRY_URL", "http://127.0.0.1:2",
                        "S3_ENDPOINT", "http://127.0.0.1:3",
                        "S3_ACCESS_KEY", "right",
                        "S3_SECRET_KEY", SECRET,
                        "MARKETLAKE_STREAM_STATE_DIR", folder.resolve("streams").toString()));
    }

    private static void assertRefused(ShippedProgram program, String... said) {
        assertThatThrownBy(() -> program.start().close())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("exited with code 1");
        assertThat(program.log())
                .contains("APPLICATION FAILED TO START")
                .contains(said)
                .doesNotContain("\tat ", SECRET);
    }
}
