package dev.marketlake.lake.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.table.LakeConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityFileTest {
    private static final Path FILE = Path.of("quality.yml");

    private static QualityConfig read(String text) {
        return QualityFile.config(FILE, text, LakeConfig.defaults());
    }

    @Test
    void a_check_is_an_expression_with_or_without_options() {
        QualityConfig config = read("""
                every: PT30S
                checks for silver.bars:
                  - row_count > 0
                  - missing_count(open,  close) = 0:
                      name: prices
                      severity: block
                      filter: {valid: true, interval: [1m, 1d]}
                """);

        assertThat(config.every()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.checks())
                .extracting(Check::toString)
                .containsExactly("silver.bars: row_count > 0", "silver.bars: prices");
        assertThat(config.checks()).extracting(Check::severity).containsExactly(Severity.WARN, Severity.BLOCK);
        assertThat(config.version()).hasSize(12);
        assertThat(read("checks for gold.alerts: []").checks()).isEmpty();
    }

    @Test
    void the_shipped_file_has_no_mistake_and_covers_the_tables_that_matter() {
        QualityConfig shipped = QualityFile.readIn(Path.of("../config"));
        assertThat(shipped.checks())
                .extracting(Check::table)
                .contains("bronze.raw_quotes", "silver.bars", "gold.daily_bars", "gold.indicators", "gold.alerts");
        assertThat(shipped.checks()).extracting(Check::severity).contains(Severity.WARN, Severity.BLOCK);
    }

    @Test
    void no_file_is_no_checks() {
        assertThat(QualityFile.readIn(Path.of("no-such-folder")).checks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "row_count | line 2, column 5, silver.bars, check 'row_count': it does not say what is expected: end it with = 0",
                "row_counts > 0 | 'row_counts > 0' is no check: use row_count > 0",
                "missing_count(clos) = 0 | silver.bars has no column 'clos': did you mean 'close'?",
                "missing_count() = 0 | missing_count needs columns",
                "row_count > many | 'many' is not a number",
                "row_count between 1 | '1' is not a number and a number",
                "invalid_count(close) = 0 | it does not say what is valid",
                "invalid_count(close) = 0: {valid regex: '('} | valid regex is no regular expression",
                "min(symbol) > 0 | symbol is no column of numbers",
                "freshness(symbol) < PT1H | freshness needs one column of times",
                "freshness(observed_at) < 1h | '1h' is not a duration: write PT5M",
                "freshness(observed_at) < PT1H: {calendar: LSE} | calendar",
                "row_count > 0: {severity: blok} | severity 'blok' is not one of warn quarantine block: did you mean 'block'?",
                "row_count > 0: {severity: quarantine} | severity quarantine sets rows aside one by one",
                "row_count > 0: {seferity: warn} | 'seferity' is not known here: did you mean 'severity'?",
                "row_count > 0: {filter: {intervall: 1d}} | silver.bars has no column 'intervall': did you mean 'interval'?",
                "row_count > 0: {filter: 1d} | a filter is a map",
                "schema | schema needs columns",
                "anomaly detection for row_count | 'by' is missing",
                "reconciliation with gold.alerts | 'gold.alerts' is not fed by market.bars, as silver.bars is",
                "reconciliation with gold.daily_bars | reconciliation needs a key",
                "reconciliation with gold.ledger | the ledger is about bronze.raw_quotes",
                "[a, b] | a check is an expression, alone or with a map of options",
            })
    void a_mistake_is_told_with_its_place_and_remedy(String check, String message) {
        assertThatThrownBy(() -> read("checks for silver.bars:\n  - " + check + "\n"))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("quality.yml line 2, column ")
                .hasMessageContaining(message);
    }

    @Test
    void every_mistake_is_told_at_once() {
        assertThatThrownBy(() -> read("""
                                every: soon
                                checks for silver.bar:
                                  - row_count > 0
                                checks for silver.bars:
                                  - row_count > 0
                                  - row_count > 0
                                check silver.bars: []
                                """))
                .hasMessage(
                        String.join(
                                System.lineSeparator(),
                                "quality.yml line 1, column 8: every 'soon' is not a duration: write PT5M for 5 minutes, PT1H for an hour",
                                "quality.yml line 2, column 1: there is no table 'silver.bar': did you mean 'silver.bars'?",
                                "quality.yml line 6, column 5, silver.bars, check 'row_count > 0': is there twice, first in line 5: give it a"
                                        + " name of its own",
                                "quality.yml line 7, column 1: 'check silver.bars' is not known here: use 'checks for TABLE' or 'every'"));
    }

    @Test
    void an_empty_file_and_no_yaml_are_told() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("quality.yml: the file is empty");
        assertThatThrownBy(() -> read("a: [")).hasMessageContaining("this is no YAML");
    }
}
