package dev.marketlake.stream.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.judge.AlertKind;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import dev.marketlake.stream.judge.AverageCross;
import dev.marketlake.stream.judge.BarRule;
import dev.marketlake.stream.judge.Direction;
import dev.marketlake.stream.judge.Divergence;
import dev.marketlake.stream.judge.PeRatio;
import dev.marketlake.stream.judge.PriceMove;
import dev.marketlake.stream.judge.PriceMove.Since;
import dev.marketlake.stream.judge.ScopedRule;
import dev.marketlake.stream.judge.StaleFeed;
import dev.marketlake.stream.judge.Terms;
import dev.marketlake.stream.judge.Volatility;
import dev.marketlake.stream.judge.VolumeSpike;
import dev.marketlake.stream.measure.Average;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsFileTest {
    private static final Watchlist WATCHLIST = Watchlist.of("AAPL", "MSFT", "TSLA");
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

        Terms terms = new Terms("volume-spike", Interval.M1, AlertSeverity.WARNING, 0.25, Duration.ofMinutes(5));
        assertThat(rules.rules()).containsExactly(ScopedRule.forAll(new VolumeSpike(terms, 4.0, 3.0)));
        assertThat(rules.of(BarRule.class, new Symbol("AAPL"), Interval.M5)).isEmpty();
    }

    @Test
    void every_kind_is_read() throws IOException {
        AlertRules rules = read("""
                rules:
                  - {name: a, kind: PRICE_MOVE, interval: 5m, severity: INFO, window: PT15M, percent: 2, direction: UP}
                  - {name: b, kind: PRICE_MOVE, interval: 5m, severity: INFO, since: PREVIOUS_CLOSE, percent: 2}
                  - {name: c, kind: VOLATILITY, interval: 1m, severity: INFO, window: PT1H, threshold: .8}
                  - {name: d, kind: AVERAGE_CROSS, interval: 1h, severity: INFO, fast: ema_12, slow: ema_26}
                  - {name: e, kind: PE_RATIO, interval: 1h, severity: INFO, above: 40, below: 1e1}
                  - {name: f, kind: DIVERGENCE, interval: 1m, severity: INFO, percent: 0.5}
                  - {name: g, kind: STALE_FEED, interval: 1m, severity: INFO, after: PT10M}
                """);

        assertThat(rules.of(AlertRule.class, new Symbol("AAPL")))
                .containsExactly(
                        new PriceMove(terms("a", Interval.M5), Duration.ofMinutes(15), null, 2, Direction.UP),
                        new PriceMove(terms("b", Interval.M5), null, Since.PREVIOUS_CLOSE, 2, Direction.ANY),
                        new Volatility(terms("c", Interval.M1), Duration.ofHours(1), 0.8),
                        new AverageCross(terms("d", Interval.H1), Average.EMA_12, Average.EMA_26, Direction.ANY),
                        new PeRatio(terms("e", Interval.H1), 40.0, 10.0),
                        new Divergence(terms("f", Interval.M1), 0.5),
                        new StaleFeed(terms("g", Interval.M1), Duration.ofMinutes(10)));
    }

    @Test
    void filters_say_whom_a_rule_is_for_and_overrides_what_is_different_for_whom() throws IOException {
        AlertRules rules = read(RULE + """
                    symbols: [AAPL, TSLA]
                    overrides: {TSLA: {ratio: 6.0, severity: CRITICAL}}
                  - name: another
                    kind: VOLUME_SPIKE
                    interval: 1m
                    ratio: 2
                    severity: INFO
                    exclude: [AAPL]
                """);

        assertThat(names(rules, "AAPL")).containsExactly("volume-spike");
        assertThat(names(rules, "MSFT")).containsExactly("another");
        assertThat(names(rules, "TSLA")).containsExactly("volume-spike", "another");
        VolumeSpike own = rules.of(VolumeSpike.class, new Symbol("TSLA")).getFirst();
        assertThat(own.ratio()).isEqualTo(6.0);
        assertThat(own.zscore()).as("what the override leaves out").isEqualTo(3.0);
        assertThat(own.severity()).isEqualTo(AlertSeverity.CRITICAL);
        assertThat(own.terms().cooldown()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void the_version_is_a_digest_of_the_file() throws IOException {
        assertThat(read(RULE).version()).isEqualTo(read(RULE).version()).hasSize(12);
        assertThat(read(RULE).version())
                .isNotEqualTo(read(RULE.replace("4.0", "4.1")).version());
    }

    @Test
    void the_rules_of_the_checkout_can_be_read_and_show_every_kind() {
        Watchlist shipped = Watchlist.read(Path.of("../config/symbols.yml"));

        assertThat(AlertsFile.read(Path.of("../config/alerts.yml"), shipped).rules())
                .extracting(scoped -> scoped.rule().kind())
                .contains(AlertKind.values());
        assertThat(AlertsFile.read(Path.of("../config/alerts.yml"), WATCHLIST).rules())
                .as("they name no symbol, so that they hold for any watchlist")
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "kind: VOLUME_SPIKE | kind: SPIKE     | 3, column 11 | kind 'SPIKE' is not one of VOLUME_SPIKE PRICE_MOVE"
                        + " VOLATILITY AVERAGE_CROSS PE_RATIO DIVERGENCE STALE_FEED",
                "kind: VOLUME_SPIKE | kind: VOLUM_SPIKE | 3, column 11 | kind 'VOLUM_SPIKE' is not one of VOLUME_SPIKE"
                        + " PRICE_MOVE VOLATILITY AVERAGE_CROSS PE_RATIO DIVERGENCE STALE_FEED: did you mean 'VOLUME_SPIKE'?",
                "kind: VOLUME_SPIKE |                 | 2, column 5  | 'kind' is missing: use one of VOLUME_SPIKE PRICE_MOVE"
                        + " VOLATILITY AVERAGE_CROSS PE_RATIO DIVERGENCE STALE_FEED",
                "interval: 1m       | interval: 2m    | 4, column 15 | interval '2m' is not one of 1m 5m 15m 30m 1h:"
                        + " did you mean '1m'?",
                "interval: 1m       | interval: weekly | 4, column 15 | interval 'weekly' is not one of 1m 5m 15m 30m 1h",
                "interval: 1m       |                 | 2, column 5  | 'interval' is missing: use one of 1m 5m 15m 30m 1h",
                "ratio: 4.0         | ratio: -1       | 5, column 12 | ratio -1 is not above 0",
                "ratio: 4.0         | ratio: plenty   | 5, column 12 | ratio 'plenty' is not a number",
                "ratio: 4.0         | ratio: .nan     | 5, column 12 | ratio '.nan' is not a number",
                "ratio: 4.0         | ratio: 1e999    | 5, column 12 | ratio 1e999 is not above 0",
                "ratio: 4.0         | ratio: [4]      | 5, column 12 | ratio holds several values: write a number above 0",
                "ratio: 4.0         | ratio:          | 5, column 11 | ratio is empty: write a number above 0",
                "severity: WARNING  | severity: HIGH  | 7, column 15 | severity 'HIGH' is not one of INFO WARNING CRITICAL",
                "severity: WARNING  | severty: INFO   | 7, column 5  | 'severty' is not known here: did you mean 'severity'?",
                "hysteresis: 0.25   | hysteresis: 1.0 | 8, column 17 | hysteresis 1.0 is not from 0 to below 1",
                "hysteresis: 0.25   | ratio: 3        | 8, column 5  | 'ratio' is there twice: take one out",
                "hysteresis: 0.25   | colour: red     | 8, column 5  | 'colour' is not known here: use one of name kind"
                        + " interval severity cooldown hysteresis ratio zscore symbols exclude overrides",
                "hysteresis: 0.25   | percent: 2      | 8, column 5  | 'percent' is not known here: use one of name kind"
                        + " interval severity cooldown hysteresis ratio zscore symbols exclude overrides",
                "cooldown: PT5M     | cooldown: 5     | 9, column 15 | cooldown '5' is not a duration: write PT5M for 5"
                        + " minutes, PT1H for an hour",
                "cooldown: PT5M     | cooldown: -PT5M | 9, column 15 | cooldown -PT5M is negative",
                "cooldown: PT5M     | symbols: AAPL   | 9, column 14 | symbols is no list of symbols: write it as [AAPL, MSFT],"
                        + " or take it out",
                "cooldown: PT5M     | symbols: [APPL] | 9, column 15 | symbol 'APPL' is not in symbols.yml: did you mean"
                        + " 'AAPL'?",
                "cooldown: PT5M     | exclude: [IBM]  | 9, column 15 | symbol 'IBM' is not in symbols.yml: follow it there,"
                        + " or take it out",
                "cooldown: PT5M     | symbols: [AAPL, AAPL] | 9, column 21 | symbols names AAPL twice: take one out",
                "cooldown: PT5M     | overrides: [AAPL] | 9, column 16 | overrides is no map: write it as {AAPL: {severity:"
                        + " CRITICAL}}, or take it out",
            })
    void a_mistake_is_told_with_its_place_and_the_remedy(String right, String wrong, String place, String message) {
        String text = RULE.replace(right.strip(), wrong == null ? "# nothing" : wrong.strip());

        assertThat(told(text))
                .contains(folder.resolve("alerts.yml") + " line " + place.strip() + ", rule 'volume-spike': "
                        + message.strip());
    }

    @Test
    void all_mistakes_are_told_at_once_in_the_order_of_the_file() {
        assertThat(told("""
                rules:
                  - name: A B
                    kind: PRICE_MOVE
                    interval: 1m
                    severity: HOT
                    percent: 0
                  - kind: STALE_FEED
                    interval: 1m
                    severity: INFO
                    after: soon
                    hysteresis: 0.1
                  - just text
                """))
                .containsExactly(
                        at(2, 11, "rule 'A B': name 'A B': a name is 1 to 60 lower-case letters, digits and hyphens"),
                        at(5, 15, "rule 'A B': severity 'HOT' is not one of INFO WARNING CRITICAL"),
                        at(6, 14, "rule 'A B': percent 0 is not above 0"),
                        at(7, 5, "entry 2: 'name' is missing: give the rule a name of its own"),
                        at(
                                10,
                                12,
                                "entry 2: after 'soon' is not a duration: write PT5M for 5 minutes, PT1H for an hour"),
                        at(
                                11,
                                5,
                                "entry 2: 'hysteresis' is not known here: use one of name kind interval severity cooldown"
                                        + " after symbols exclude overrides"),
                        at(12, 5, "entry 3: a rule is a map: write each key on a line of its own as 'name: value'"));
    }

    @Test
    void values_that_do_not_go_together_are_told_at_the_rule() {
        assertThat(told(RULE.replace("ratio: 4.0", "").replace("zscore: 3.0", "")))
                .containsExactly(at(2, 5, "rule 'volume-spike': set ratio, zscore or both"));
    }

    @Test
    void two_rules_of_one_name_are_told_at_the_second() {
        assertThat(told(RULE + RULE.substring(RULE.indexOf("  - "))))
                .containsExactly(
                        at(10, 5, "rule 'volume-spike': is there twice, first in line 2: give it another name"));
    }

    @Test
    void a_mistake_in_an_override_names_the_symbol_and_one_in_the_rule_is_told_once() {
        assertThat(told(RULE + """
                    overrides:
                      TSLA: {ratio: -6.0, name: x}
                      MSFT: 3
                      NFLX: {severity: INFO}
                """))
                .containsExactly(
                        at(11, 21, "rule 'volume-spike' for TSLA: ratio -6.0 is not above 0"),
                        at(
                                11,
                                27,
                                "rule 'volume-spike' for TSLA: 'name' is not known here: use one of severity cooldown"
                                        + " hysteresis ratio zscore"),
                        at(
                                12,
                                13,
                                "rule 'volume-spike' for MSFT: an override is a map: write it as {severity: CRITICAL}"),
                        at(
                                13,
                                7,
                                "rule 'volume-spike': symbol 'NFLX' is not in symbols.yml: follow it there, or take it out"));
        assertThat(told(RULE.replace("ratio: 4.0", "ratio: none") + "    overrides: {TSLA: {zscore: 2}}\n"))
                .containsExactly(at(5, 12, "rule 'volume-spike': ratio 'none' is not a number"));
        assertThat(told(RULE + "    exclude: [TSLA]\n    overrides: {TSLA: {zscore: 2}}\n"))
                .containsExactly(at(
                        11,
                        17,
                        "rule 'volume-spike': TSLA is not judged by this rule: take the override or the filter out"));
    }

    @Test
    void a_file_that_is_none_says_so() {
        String file = folder.resolve("alerts.yml").toString();

        assertThat(told("")).containsExactly(file + ": the file is empty; write 'rules: []' for no alerts");
        assertThat(told("# nothing\n")).containsExactly(file + ": the file is empty; write 'rules: []' for no alerts");
        assertThat(told("text"))
                .containsExactly(file + " line 1, column 1: 'rules' is missing; write 'rules: []' for no alerts");
        assertThat(told("rule: []"))
                .containsExactly(
                        file + " line 1, column 1: 'rule' is not known here: did you mean 'rules'?",
                        file + " line 1, column 1: 'rules' is missing; write 'rules: []' for no alerts");
        assertThat(told("rules:\n"))
                .containsExactly(file
                        + " line 1, column 7, rules: a list is wanted here, each rule on a line of its own after '- '");
        assertThat(told("rules:\n  - ["))
                .singleElement()
                .asString()
                .startsWith(file + " line 2, column 6: this is no YAML: ");
        assertThatThrownBy(() -> AlertsFile.read(folder.resolve("other.yml"), WATCHLIST))
                .isInstanceOf(InvalidConfig.class)
                .hasMessage(folder.resolve("other.yml")
                        + " does not exist: create it or point MARKETLAKE_CONFIG at the folder that has it");
    }

    @Test
    void no_rules_are_rules() throws IOException {
        assertThat(read("rules: []").rules()).isEmpty();
    }

    private String at(int line, int column, String text) {
        return folder.resolve("alerts.yml") + " line " + line + ", column " + column + ", " + text;
    }

    /** The lines of the message. */
    private List<String> told(String text) {
        InvalidConfig refusal = catchThrowableOfType(InvalidConfig.class, () -> read(text));
        return String.valueOf(refusal.getMessage()).lines().toList();
    }

    private static Terms terms(String name, Interval interval) {
        return new Terms(name, interval, AlertSeverity.INFO, 0, Duration.ZERO);
    }

    private static List<String> names(AlertRules rules, String symbol) {
        return rules.of(AlertRule.class, new Symbol(symbol)).stream()
                .map(AlertRule::name)
                .toList();
    }

    private AlertRules read(String text) throws IOException {
        return AlertsFile.read(Files.writeString(folder.resolve("alerts.yml"), text), WATCHLIST);
    }
}
