package dev.marketlake.simulator;

import dev.marketlake.simulator.faults.FaultKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is: its name, its default as text, and what it means. Help and parsing both come from here. */
enum Setting {
    PORT("port", "8090", "TCP port; 0 takes any free one. SERVER_PORT is read too"),
    ADDRESS("address", "127.0.0.1", "address to listen on; 0.0.0.0 for all. SERVER_ADDRESS is read too"),
    SEED("seed", "1", "whole number; another seed is another synthetic market"),
    SYMBOLS("symbols", "AAPL,AMZN,IBM,JPM,MSFT,NVDA,SPY,TSLA", "listed symbols of the synthetic market"),
    THIN_SYMBOLS("synthetic.thin-symbols", "", "those of them that trade in few minutes only"),
    INDEX_SYMBOLS("synthetic.index-symbols", "", "those of them that are an index: volume always 0"),
    SPIKE_EVERY("synthetic.spike-every", "90", "mean distance of a symbol's volume spikes in minutes; 0 for none"),
    SYNTHETIC_STAMP(
            "synthetic.stamp", "OPEN", "what synthetic stamps mean: OPEN (as in 2026) or CLOSE (as up to 2020)"),
    RECORDED("recorded", "", "folder of one-minute CSV files to replay verbatim instead of the synthetic market"),
    RECORDED_STAMP("recorded.stamp", "DETECT", "what recorded stamps mean: OPEN, CLOSE, or DETECT from the data"),
    FORMING_BAR("forming-bar", "INCLUDED", "whether series show the minute that still forms: INCLUDED or EXCLUDED"),
    CLOCK_ORIGIN(
            "clock.origin",
            "",
            "market time to start from: an instant (2026-11-16T14:30:00Z) or a date (its regular open); nights and weekends"
                    + " are then skipped. Empty: real time, or the end of the recording"),
    CLOCK_WALL_START(
            "clock.wall-start", "", "instant at which market time was clock.origin; empty: the start of the program"),
    CLOCK_SPEED("clock.speed", "1", "market minutes per wall minute, with clock.origin"),
    FAULT_SEED("fault.seed", "", "seed of the faults; empty: the value of seed"),
    FAULT_THROTTLE_BURST(rate(FaultKind.THROTTLE_BURST), "0", "rate of Alpha Vantage's too-fast body on HTTP 200"),
    FAULT_THROTTLE_DAILY(rate(FaultKind.THROTTLE_DAILY), "0", "rate of Alpha Vantage's used-up body on HTTP 200"),
    FAULT_THROTTLE_NOTE(rate(FaultKind.THROTTLE_NOTE), "0", "rate of Alpha Vantage's older Note body on HTTP 200"),
    FAULT_TOO_MANY_REQUESTS(rate(FaultKind.TOO_MANY_REQUESTS), "0", "rate of Finnhub's HTTP 429"),
    FAULT_UNAVAILABLE(rate(FaultKind.UNAVAILABLE), "0", "rate of HTTP 503"),
    FAULT_SLOW(rate(FaultKind.SLOW), "0", "rate of slow answers"),
    FAULT_SLOW_DELAY("fault.slow-delay", "PT3S", "how late a slow answer is"),
    FAULT_TRUNCATED(rate(FaultKind.TRUNCATED), "0", "rate of answers whose JSON is cut off"),
    FAULT_REPEATED(rate(FaultKind.REPEATED), "0", "rate of answers as of one market minute ago"),
    FAULT_CORRECTED(rate(FaultKind.CORRECTED), "0", "rate of bars that are corrected later (Alpha Vantage)"),
    FAULT_CORRECTED_AFTER("fault.corrected-after", "PT5M", "market time from a bar's end to its correction"),
    ALPHA_VANTAGE_PER_SECOND("limit.alpha-vantage.per-second", "0", "requests granted in any second; 0 for any number"),
    ALPHA_VANTAGE_PER_MINUTE(
            "limit.alpha-vantage.per-minute", "75", "requests granted in any minute; 0 for any number"),
    ALPHA_VANTAGE_PER_DAY("limit.alpha-vantage.per-day", "0", "requests granted in a New York day; 0 for any number"),
    FINNHUB_PER_SECOND("limit.finnhub.per-second", "30", "requests granted in any second; 0 for any number"),
    FINNHUB_PER_MINUTE("limit.finnhub.per-minute", "60", "requests granted in any minute; 0 for any number"),
    FINNHUB_PER_DAY("limit.finnhub.per-day", "0", "requests granted in a New York day; 0 for any number"),
    EXPORT_DIR("export-dir", "", "write the market as recorded files into this folder, then end; with from and to"),
    FROM("from", "", "first date to export"),
    TO("to", "", "last date to export");

    private final String key;
    private final String defaultText;
    private final String meaning;

    Setting(String key, String defaultText, String meaning) {
        this.key = key;
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    /** As in {@code --key=value}. */
    String key() {
        return key;
    }

    /** As in the environment: SIMULATOR_ and the key in capitals, dots and hyphens as underscores. */
    String environmentName() {
        return "SIMULATOR_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    String defaultText() {
        return defaultText;
    }

    static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    static Optional<Setting> ofEnvironment(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.environmentName().equals(name))
                .findFirst();
    }

    /** The text of {@code --help}. */
    static String help() {
        StringBuilder help = new StringBuilder("""
                market-simulator: a keyless exchange that speaks Alpha Vantage (/query) and Finnhub (/api/v1/quote).

                usage: java -jar market-simulator.jar [--key=value ...]
                Each setting can also be given in the environment, for example SIMULATOR_CLOCK_SPEED; an argument wins.
                Rates are probabilities from 0 to 1, durations ISO-8601 (PT3S).

                """);
        for (Setting setting : values()) {
            String shown = setting.defaultText.isEmpty() ? "" : " (" + setting.defaultText + ")";
            help.append("  --%-32s %s%s%n".formatted(setting.key, setting.meaning, shown));
        }
        return help.toString();
    }

    private static String rate(FaultKind kind) {
        return "fault." + kind.settingName();
    }
}
