package dev.marketlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user sees who starts the program with a setting that cannot be used: a process of its own, so that its exit code counts. */
@Timeout(120)
class BadStartTest {
    @TempDir
    Path dir;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void goodSettings() {
        RunningService.config(dir, "AAPL");
        environment.put("MARKETLAKE_CONFIG", dir.toString());
        environment.put("ALPHA_VANTAGE_API_KEY", "s3cr3t-key");
        environment.put("FINNHUB_API_KEY", "s3cr3t-key");
        environment.put("SERVER_PORT", "0");
    }

    @Test
    void a_missing_key_names_its_variables_and_the_remedy() throws Exception {
        environment.remove("ALPHA_VANTAGE_API_KEY");
        assertEnds("ALPHA_VANTAGE_API_KEY is not set", "ALPHA_VANTAGE_API_KEY_FILE", "enabled=false");
    }

    @Test
    void a_bad_symbol_names_the_file_and_the_symbol() throws Exception {
        Files.writeString(dir.resolve("symbols.yml"), "symbols: [AAPL, 'not a symbol']\n");
        assertEnds("symbols.yml", "not a symbol");
    }

    @Test
    void a_missing_topic_file_names_it() throws Exception {
        Files.delete(dir.resolve("topics.yml"));
        assertEnds("topics.yml", "MARKETLAKE_CONFIG");
    }

    @Test
    void a_number_that_is_none_names_the_setting_and_where_it_came_from() throws Exception {
        environment.put("MARKETLAKE_INGEST_ROUNDS", "many");
        assertEnds("marketlake.ingest.rounds", "many", "MARKETLAKE_INGEST_ROUNDS");
    }

    @Test
    void a_setting_out_of_its_range_is_named() throws Exception {
        environment.put("MARKETLAKE_INGEST_ALPHAVANTAGE_REQUESTSPERDAY", "-1");
        assertEnds("alpha-vantage.requests-per-day is -1");
    }

    @Test
    void a_broker_address_that_is_none_names_its_variable() throws Exception {
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost");
        assertEnds("KAFKA_BOOTSTRAP_SERVERS is 'localhost'");
    }

    @Test
    void a_registry_address_that_is_none_names_its_variable_and_hides_its_password() throws Exception {
        environment.put("SCHEMA_REGISTRY_URL", "user:s3cr3t-key@localhost:8081");
        assertEnds("SCHEMA_REGISTRY_URL");
    }

    private void assertEnds(String... said) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(IngestServiceApplication.class.getName());
        Path log = dir.resolve("output.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).isNotZero();
        assertThat(output).contains("APPLICATION FAILED TO START").contains(said);
        assertThat(output).doesNotContain("\tat ").doesNotContain("s3cr3t-key");
    }
}
