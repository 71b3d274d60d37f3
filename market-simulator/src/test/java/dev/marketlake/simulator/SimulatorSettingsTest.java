package dev.marketlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.faults.FaultKind;
import dev.marketlake.simulator.faults.FaultSettings;
import dev.marketlake.simulator.faults.RequestLimit;
import dev.marketlake.simulator.market.FormingBar;
import dev.marketlake.simulator.market.Liquidity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorSettingsTest {
    @Test
    void the_defaults() {
        SimulatorSettings settings = SimulatorSettings.of(Map.of());
        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.clock()).isEqualTo(new ClockSettings.Default());
        assertThat(settings.formingBar()).isEqualTo(FormingBar.INCLUDED);
        assertThat(settings.alphaVantageLimit()).isEqualTo(new RequestLimit(0, 75, 0));
        assertThat(settings.finnhubLimit()).isEqualTo(new RequestLimit(30, 60, 0));
        for (FaultKind kind : FaultKind.values()) {
            assertThat(settings.faults().rate(kind)).isZero();
        }
        assertThat(settings.faults().slowDelay()).isEqualTo(FaultSettings.DEFAULT_SLOW_DELAY);
        assertThat(settings.faults().correctedAfter()).isEqualTo(FaultSettings.DEFAULT_CORRECTED_AFTER);
        var market = (MarketSource.Synthetic) settings.market();
        assertThat(market.settings().seed()).isEqualTo(1);
        assertThat(market.settings().symbols()).hasSize(8).containsEntry(new Symbol("SPY"), Liquidity.LIQUID);
    }

    @Test
    void arguments_win_over_the_environment() {
        var command = SimulatorCommand.parse(
                List.of("--port=1234"),
                Map.of("SIMULATOR_PORT", "99", "SIMULATOR_FORMING_BAR", "excluded", "SERVER_ADDRESS", "0.0.0.0"));
        SimulatorSettings settings = ((SimulatorCommand.Serve) command).settings();
        assertThat(settings.port()).isEqualTo(1234);
        assertThat(settings.formingBar()).isEqualTo(FormingBar.EXCLUDED);
        assertThat(settings.address()).isEqualTo("0.0.0.0");
    }

    @Test
    void symbols_can_be_thin_or_an_index() {
        SimulatorSettings settings = SimulatorSettings.of(
                Map.of("symbols", "AAPL, UGA,VIX", "synthetic.thin-symbols", "UGA", "synthetic.index-symbols", "VIX"));
        assertThat(((MarketSource.Synthetic) settings.market()).settings().symbols())
                .isEqualTo(Map.of(
                        new Symbol("AAPL"), Liquidity.LIQUID,
                        new Symbol("UGA"), Liquidity.THIN,
                        new Symbol("VIX"), Liquidity.INDEX));
    }

    @Test
    void an_origin_given_as_a_date_is_the_next_regular_open() {
        SimulatorSettings settings = SimulatorSettings.of(Map.of("clock.origin", "2026-11-14", "clock.speed", "30"));
        assertThat(settings.clock())
                .isEqualTo(new ClockSettings.Accelerated(Instant.parse("2026-11-16T14:30:00Z"), Optional.empty(), 30));
    }

    @Test
    void an_export_needs_its_dates() {
        var command =
                SimulatorCommand.parse(List.of("--export-dir=out", "--from=2026-11-16", "--to=2026-11-20"), Map.of());
        assertThat(((SimulatorCommand.Export) command).to()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThatThrownBy(() -> SimulatorCommand.parse(List.of("--export-dir=out"), Map.of()))
                .hasMessageContaining("give from and to");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port | 70000 | setting port is '70000': give a whole number from 0 to 65535
            seed | x | setting seed is 'x'
            symbols | AAPL,a b | setting symbols is 'AAPL,a b'
            symbols | , | at least one symbol
            synthetic.thin-symbols | UGA | not UGA
            synthetic.stamp | MIDDLE | give OPEN or CLOSE
            forming-bar | maybe | give INCLUDED or EXCLUDED
            clock.speed | 10 | give clock.origin
            clock.origin | soon | give an instant like
            fault.slow | 1.1 | give a probability from 0 to 1
            fault.slow-delay | 3s | give a duration like PT3S
            limit.finnhub.per-minute | -1 | give a whole number from 0
            no-such-setting | 1 | setting 'no-such-setting' is not known
            """)
    void a_bad_setting_names_itself_and_the_remedy(String key, String value, String message) {
        assertThatThrownBy(() -> SimulatorSettings.of(Map.of(key, value)))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining(message);
    }

    @Test
    void settings_that_exclude_each_other_say_so() {
        assertThatThrownBy(() -> SimulatorSettings.of(Map.of("recorded", "x", "symbols", "AAPL")))
                .hasMessageContaining("symbols and recorded exclude each other");
        assertThatThrownBy(() -> SimulatorSettings.of(Map.of("recorded", "x", "fault.corrected", "0.1")))
                .hasMessageContaining("give clock.origin too");
        assertThatThrownBy(() -> SimulatorSettings.of(Map.of("fault.slow", "0.6", "fault.truncated", "0.6")))
                .hasMessageContaining("sum up to more than 1");
        assertThatThrownBy(() -> SimulatorCommand.parse(List.of(), Map.of("SIMULATOR_BOGUS", "1")))
                .hasMessageContaining("SIMULATOR_BOGUS");
        assertThatThrownBy(() -> SimulatorCommand.parse(List.of("serve"), Map.of()))
                .hasMessageContaining("--key=value");
    }

    @Test
    void help_names_every_setting() {
        for (Setting setting : Setting.values()) {
            assertThat(Setting.help()).contains("--" + setting.key());
            assertThat(Setting.ofEnvironment(setting.environmentName())).contains(setting);
        }
    }
}
