package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user with a mistake, or with nothing else running, is told. */
class StartTest {
    @TempDir
    private Path folder;

    @Test
    void a_mistake_in_a_file_ends_the_start_with_one_message_and_no_stack_trace() throws IOException {
        Path config = config();
        Files.writeString(config.resolve("symbols.yml"), "symbols: [\"not a symbol\"]\n");
        try (ServiceProcess service = ServiceProcess.start(folder, "--marketlake.stream.config=" + config)) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.output())
                    .contains("symbols.yml")
                    .contains("not a symbol")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_setting_that_cannot_be_used_ends_the_start_with_its_name_and_the_remedy() throws IOException {
        try (ServiceProcess service = ServiceProcess.start(
                folder, "--marketlake.stream.config=" + config(), "--marketlake.stream.depth-sessions=0")) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.output())
                    .contains("marketlake.stream.depth-sessions = 0 cannot be used: use 1 to 250")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void without_a_broker_it_is_not_ready_says_why_and_stays_alive() throws IOException {
        try (ServiceProcess service = ServiceProcess.start(
                folder, "--marketlake.stream.config=" + config(), "--spring.kafka.bootstrap-servers=127.0.0.1:1")) {
            await().atMost(Duration.ofMinutes(5))
                    .until(service::readiness, body -> body.contains("the broker does not answer at 127.0.0.1:1"));

            assertThat(service.readiness()).contains("\"streams\"").contains("KAFKA_BOOTSTRAP_SERVERS");
            assertThat(service.get("/actuator/health/liveness")).contains("UP");
            assertThat(service.output())
                    .contains("Waiting: the broker does not answer")
                    .doesNotContain("\tat ");
        }
    }

    /** The topology begins before the application does, and would go on without it. */
    @Test
    void an_application_that_cannot_come_up_ends_the_process() throws IOException {
        try (ServiceProcess service = ServiceProcess.start(
                folder,
                "--marketlake.stream.config=" + config(),
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--server.port=none")) {
            assertThat(service.exitCode()).isNotZero();
            assertThat(service.output())
                    .contains("'server.port'", "Failed to convert to type java.lang.Integer")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void rules_saved_while_it_runs_are_followed_and_a_mistake_in_them_is_told_by_health() throws IOException {
        Path rules = config().resolve("alerts.yml");
        try (ServiceProcess service = ServiceProcess.start(
                folder,
                "--marketlake.stream.config=" + rules.getParent(),
                "--spring.kafka.bootstrap-servers=127.0.0.1:1")) {
            await().atMost(Duration.ofMinutes(5)).until(service::readiness, body -> body.contains("\"alertRules\""));
            String before = service.readiness();
            assertThat(before).contains(" in force, version ").doesNotContain("refused");

            Files.writeString(rules, Files.readString(rules).replace("ratio: 4.0", "ratio: plenty"));
            await().atMost(Duration.ofMinutes(1)).until(service::readiness, body -> body.contains("refused: "));
            assertThat(service.readiness()).contains("ratio 'plenty' is not a number");

            Files.writeString(rules, "rules: []\n");
            await().atMost(Duration.ofMinutes(1))
                    .until(service::readiness, body -> body.contains("\"0 in force, version "));
        }
    }

    private Path config() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        for (String file : new String[] {"topics.yml", "alerts.yml", "symbols.yml"}) {
            Files.copy(Path.of("../config", file), config.resolve(file));
        }
        return config;
    }
}
