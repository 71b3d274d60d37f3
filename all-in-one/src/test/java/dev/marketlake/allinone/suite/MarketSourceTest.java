package dev.marketlake.allinone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                temporary,
                2,
                Map.of("FINNHUB_API_KEY", "k", "MARKETLAKE_INGEST_RETRY_ATTEMPTS", "1", "AWS_SECRET", "s"));
        assertThat(plan(providers).ingest())
                .containsOnly(
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
        var config = Files.createDirectories(temporary.resolve("config"));
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
        assertThatThrownBy(() -> plan(new RecordedMarketFolder(temporary, temporary, 1)))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining(temporary.toString());
    }

    private MarketPlan plan(MarketSource source) {
        return source.plan(new DataFolder(temporary.resolve("data")), Ports.standard());
    }
}
