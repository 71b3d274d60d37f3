package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.AlertKind;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsFileTest {
    private static final String RULE = """
            rules:
              - name: volume-spike
                kind: VOLUME_SPIKE
                interval: 1m
                ratio: 4.0
                zscore: 3.0
                severity: WARNING
                hysteresis: 0.25
                cooldown: PT5M
            """;

    @TempDir
    private Path folder;

    @Test
    void a_rule_is_read_as_the_file_spells_it() throws IOException {
        AlertRules rules = read(RULE);

        assertThat(rules.rules())
                .containsExactly(new AlertRule(
                        "volume-spike",
                        AlertKind.VOLUME_SPIKE,
                        Interval.M1,
                        4.0,
                        3.0,
                        AlertSeverity.WARNING,
                        0.25,
                        Duration.ofMinutes(5)));
        assertThat(rules.of(Interval.M5)).isEmpty();
    }

    @Test
    void the_version_is_a_digest_of_the_file() throws IOException {
        assertThat(read(RULE).version()).isEqualTo(read(RULE).version()).hasSize(12);
        assertThat(read(RULE).version())
                .isNotEqualTo(read(RULE.replace("4.0", "4.1")).version());
    }

    @Test
    void the_rules_of_the_checkout_can_be_read() {
        assertThat(AlertsFile.read(Path.of("../config/alerts.yml")).rules()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: VOLUME_SPIKE | kind: SPIKE     | rule 'volume-spike': kind 'SPIKE' is not one of VOLUME_SPIKE",
                "interval: 1m       | interval: 2m    | rule 'volume-spike': interval '2m' is not one of",
                "interval: 1m       | interval: 1d    | rule 'volume-spike': interval 1d has no readings",
                "ratio: 4.0         | ratio: -1       | rule 'volume-spike': ratio -1.0 is not above 0",
                "severity: WARNING  | severity: HIGH  | rule 'volume-spike': severity 'HIGH' is not one of",
                "hysteresis: 0.25   | hysteresis: 1.0 | rule 'volume-spike': hysteresis 1.0 is not from 0",
                "cooldown: PT5M     | cooldown: 5     | rule 'volume-spike': cooldown '5' is not a duration",
                "name: volume-spike | name: A B       | rule 'A B': a name is",
                "severity: WARNING  | colour: red     | alerts.yml line",
            })
    void a_mistake_is_told_with_the_file_the_rule_and_the_remedy(String right, String wrong, String message) {
        assertThatThrownBy(() -> read(RULE.replace(right.strip(), wrong.strip())))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("alerts.yml")
                .hasMessageContaining(message.strip());
    }

    @Test
    void a_rule_needs_a_threshold_and_a_name_of_its_own() {
        assertThatThrownBy(() -> read(RULE.replace("ratio: 4.0", "").replace("zscore: 3.0", "")))
                .hasMessageContaining("rule 'volume-spike': set ratio, zscore or both");
        assertThatThrownBy(() -> read(RULE + RULE.substring(RULE.indexOf("  - "))))
                .hasMessageContaining("rule 'volume-spike' is there twice");
    }

    private AlertRules read(String text) throws IOException {
        return AlertsFile.read(Files.writeString(folder.resolve("alerts.yml"), text));
    }
}
