package dev.marketlake.allinone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketSourceTest {
    private static final String CLOSE_STAMPED = """
            datetime,open,high,low,close,volume
            2019-02-15 16:00:00,1,2,1,2,100
            2019-02-15 15:59:00,1,2,1,2,100""";

    @TempDir
    Path temporary = Path.of("");

    @Test
    void of_the_environment_ingest_gets_keys_and_its_own_settings_and_nothing_else() {
        var providers = new ConfiguredProviders(
                shipped(),
                2,
                Map.of(
                        "ALPHA_VANTAGE_API_KEY_FILE",
                        "f",
                        "FINNHUB_API_KEY",
                        "k",
                        "MARKETLAKE_INGEST_RETRY_ATTEMPTS",
                        "1",
                        "AWS_SECRET",
                        "s"));
        assertThat(plan(providers).ingest())
                .containsOnly(
                        Map.entry("ALPHA_VANTAGE_API_KEY_FILE", "f"),
                        Map.entry("FINNHUB_API_KEY", "k"),
                        Map.entry("MARKETLAKE_INGEST_RETRY_ATTEMPTS", "1"),
                        Map.entry("MARKETLAKE_INGEST_ROUNDS", "2"));
        assertThat(plan(providers).simulator()).isEmpty();
    }

    @Test
    void configured_providers_do_not_tell_their_keys() {
        assertThat(new ConfiguredProviders(temporary, 0, Map.of("FINNHUB_API_KEY", "sesame")))
                .asString()
                .doesNotContain("sesame");
    }

    @Test
    void a_recorded_folder_brings_its_own_symbols_and_its_own_stamps() throws IOException {
        var files = Files.createDirectories(temporary.resolve("files"));
        Files.writeString(files.resolve("AAPL.csv"), CLOSE_STAMPED);
        Files.writeString(files.resolve("VIX.csv"), CLOSE_STAMPED);
        var config = copyOfShipped();
        Files.writeString(config.resolve("alerts.yml"), "rules: []");
        Files.writeString(config.resolve("symbols.yml"), "symbols: [IBM]");

        var plan = plan(new RecordedMarketFolder(files, config, 1));

        assertThat(Watchlist.read(plan.config().resolve("symbols.yml")).symbols())
                .containsExactly(new Symbol("AAPL"), new Symbol("VIX"));
        assertThat(plan.config().resolve("alerts.yml")).hasContent("rules: []");
        assertThat(plan.ingest())
                .containsEntry("MARKETLAKE_INGEST_ALPHAVANTAGE_STAMP", "CLOSE")
                .containsEntry("MARKETLAKE_INGEST_ALPHAVANTAGE_OUTPUTSIZE", "full");
        assertThat(plan.simulator().orElseThrow()).contains("--recorded=" + files, "--recorded.stamp=CLOSE");
    }

    @Test
    void a_folder_without_recordings_says_what_is_wrong() {
        assertThatThrownBy(() -> plan(new RecordedMarketFolder(temporary, shipped(), 1)))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining(temporary.toString());
    }

    @Test
    void every_missing_key_is_named_before_anything_starts() {
        assertThatThrownBy(() -> plan(new ConfiguredProviders(shipped(), 0, Map.of())))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("ALPHA_VANTAGE_API_KEY and FINNHUB_API_KEY are not set");
        var withoutFinnhub =
                Map.of("MARKETLAKE_INGEST_ALPHAVANTAGE_APIKEY", "k", "MARKETLAKE_INGEST_FINNHUB_ENABLED", "Off");
        assertThat(plan(new ConfiguredProviders(shipped(), 0, withoutFinnhub)).ingest())
                .containsAllEntriesOf(withoutFinnhub);
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbols.yml", "topics.yml", "alerts.yml", "lake.yml"})
    void a_mistake_in_any_file_is_told_before_anything_starts(String file) throws IOException {
        var config = copyOfShipped();
        Files.writeString(config.resolve(file), "rato: 7");
        for (var market : List.of(
                new SyntheticMarket(config, Clock.systemUTC()),
                new ConfiguredProviders(config, 0, Map.of()),
                new RecordedMarketFolder(temporary, config, 1))) {
            assertThatThrownBy(() -> plan(market))
                    .isInstanceOf(SuiteFailure.class)
                    .hasMessageContaining(file);
        }
    }

    @Test
    void the_simulator_and_ingest_spell_a_symbol_alike_whatever_the_real_providers_do() throws IOException {
        var config = copyOfShipped();
        Files.writeString(
                config.resolve("symbols.yml"),
                "symbols:\n  - {symbol: BRK-B, aliases: {FINNHUB: BRK.B}}\n  - {symbol: BTC, calendar: 24x7}\n");

        var plan = plan(new SyntheticMarket(config, Clock.systemUTC()));

        var followed = Watchlist.read(plan.config().resolve("symbols.yml"));
        assertThat(plan.simulator().orElseThrow()).contains("--symbols=BRK-B,BTC");
        assertThat(followed.spelling(new Symbol("BRK-B"), Source.FINNHUB)).isEqualTo("BRK-B");
        assertThat(followed.calendar(new Symbol("BTC")).orElseThrow().name()).isEqualTo("24x7");
    }

    private static Path shipped() {
        return Path.of("../config").toAbsolutePath().normalize();
    }

    private Path copyOfShipped() throws IOException {
        var copy = Files.createDirectories(temporary.resolve("config"));
        try (var files = Files.newDirectoryStream(shipped(), "*.yml")) {
            for (var file : files) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private MarketPlan plan(MarketSource source) {
        return source.plan(new DataFolder(temporary.resolve("data")), Ports.standard());
    }
}
