package dev.marketlake.simulator;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.faults.FaultKind;
import dev.marketlake.simulator.faults.FaultSettings;
import dev.marketlake.simulator.faults.RequestLimit;
import dev.marketlake.simulator.market.FormingBar;
import dev.marketlake.simulator.market.Liquidity;
import dev.marketlake.simulator.market.SyntheticSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * How a simulated exchange runs. Names, defaults and meaning of each setting: {@code --help}.
 *
 * <p>Example: {@code SimulatorSettings.of(Map.of("port", "0", "recorded", "/data/2019"))}.
 *
 * @param address to listen on
 * @param port to listen on, 0 for any free one
 */
public record SimulatorSettings(
        String address,
        int port,
        MarketSource market,
        ClockSettings clock,
        FormingBar formingBar,
        FaultSettings faults,
        RequestLimit alphaVantageLimit,
        RequestLimit finnhubLimit) {

    /** The defaults, changed by these settings under their names of {@code --help}. @throws InvalidConfig naming setting and remedy */
    public static SimulatorSettings of(Map<String, String> settings) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        settings.forEach((key, value) -> given.put(SimulatorCommand.known(key), value));
        return of(new SettingTexts(given));
    }

    static SimulatorSettings of(SettingTexts texts) {
        MarketSource market = market(texts);
        ClockSettings clock = clock(texts);
        FaultSettings faults = faults(texts);
        boolean standing = market instanceof MarketSource.Recorded && clock instanceof ClockSettings.Default;
        if (standing && faults.rate(FaultKind.CORRECTED) > 0) {
            throw new InvalidConfig(
                    "setting fault.corrected needs market time to pass, and a recording stands at its end:"
                            + " give clock.origin too");
        }
        return new SimulatorSettings(
                texts.text(Setting.ADDRESS),
                texts.wholeNumber(Setting.PORT, 0, 65535),
                market,
                clock,
                texts.choice(Setting.FORMING_BAR, FormingBar.class),
                faults,
                limit(
                        texts,
                        Setting.ALPHA_VANTAGE_PER_SECOND,
                        Setting.ALPHA_VANTAGE_PER_MINUTE,
                        Setting.ALPHA_VANTAGE_PER_DAY),
                limit(texts, Setting.FINNHUB_PER_SECOND, Setting.FINNHUB_PER_MINUTE, Setting.FINNHUB_PER_DAY));
    }

    private static MarketSource market(SettingTexts texts) {
        if (!texts.isGiven(Setting.RECORDED)) {
            return new MarketSource.Synthetic(synthetic(texts));
        }
        if (texts.isSet(Setting.SYMBOLS)) {
            throw new InvalidConfig(
                    "settings symbols and recorded exclude each other: a recording lists its own symbols");
        }
        Optional<StampConvention> stamp = texts.text(Setting.RECORDED_STAMP).equalsIgnoreCase("DETECT")
                ? Optional.empty()
                : Optional.of(texts.choice(Setting.RECORDED_STAMP, StampConvention.class));
        return new MarketSource.Recorded(Path.of(texts.text(Setting.RECORDED)), stamp);
    }

    private static SyntheticSettings synthetic(SettingTexts texts) {
        SortedMap<Symbol, Liquidity> symbols = new TreeMap<>();
        texts.symbols(Setting.SYMBOLS).forEach(symbol -> symbols.put(symbol, Liquidity.LIQUID));
        if (symbols.isEmpty()) {
            throw texts.invalid(Setting.SYMBOLS, "at least one symbol");
        }
        mark(texts, Setting.THIN_SYMBOLS, Liquidity.THIN, symbols);
        mark(texts, Setting.INDEX_SYMBOLS, Liquidity.INDEX, symbols);
        return new SyntheticSettings(
                texts.seed(Setting.SEED),
                symbols,
                texts.choice(Setting.SYNTHETIC_STAMP, StampConvention.class),
                texts.wholeNumber(Setting.SPIKE_EVERY, 0, Integer.MAX_VALUE));
    }

    private static void mark(
            SettingTexts texts, Setting setting, Liquidity liquidity, SortedMap<Symbol, Liquidity> symbols) {
        SortedSet<Symbol> marked = texts.symbols(setting);
        for (Symbol symbol : marked) {
            if (symbols.replace(symbol, liquidity) != Liquidity.LIQUID) {
                throw texts.invalid(setting, "symbols that are listed in symbols, each in one list: not " + symbol);
            }
        }
    }

    private static ClockSettings clock(SettingTexts texts) {
        TradingCalendar calendar = TradingCalendar.of("NYSE");
        Optional<Instant> origin = texts.instant(Setting.CLOCK_ORIGIN, calendar);
        Optional<Instant> wallStart = texts.instant(Setting.CLOCK_WALL_START, calendar);
        double speed = texts.number(Setting.CLOCK_SPEED, 0, 100_000);
        if (origin.isPresent()) {
            return new ClockSettings.Accelerated(origin.get(), wallStart, speed);
        }
        if (wallStart.isPresent() || speed != 1) {
            throw new InvalidConfig(
                    "settings clock.speed and clock.wall-start need a start of market time: give clock.origin");
        }
        return new ClockSettings.Default();
    }

    private static FaultSettings faults(SettingTexts texts) {
        Map<FaultKind, Double> rates = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            rates.put(
                    kind,
                    texts.rate(Setting.ofKey("fault." + kind.settingName()).orElseThrow()));
        }
        long seed = texts.seed(texts.isGiven(Setting.FAULT_SEED) ? Setting.FAULT_SEED : Setting.SEED);
        try {
            return new FaultSettings(
                    seed,
                    rates,
                    texts.duration(Setting.FAULT_SLOW_DELAY),
                    texts.duration(Setting.FAULT_CORRECTED_AFTER));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfig("settings fault.*: " + e.getMessage() + "; lower some", e);
        }
    }

    private static RequestLimit limit(SettingTexts texts, Setting second, Setting minute, Setting day) {
        return new RequestLimit(
                texts.wholeNumber(second, 0, Integer.MAX_VALUE),
                texts.wholeNumber(minute, 0, Integer.MAX_VALUE),
                texts.wholeNumber(day, 0, Integer.MAX_VALUE));
    }
}
