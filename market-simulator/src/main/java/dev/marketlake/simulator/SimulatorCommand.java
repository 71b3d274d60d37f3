package dev.marketlake.simulator;

import dev.marketlake.config.InvalidConfig;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the program was asked to do. */
sealed interface SimulatorCommand {
    /** Serve until told to stop. */
    record Serve(SimulatorSettings settings) implements SimulatorCommand {}

    /** Write the market's minutes from {@code from} to {@code to}, both inclusive, into {@code folder} and end. */
    record Export(SimulatorSettings settings, Path folder, LocalDate from, LocalDate to) implements SimulatorCommand {}

    /** Say what can be asked. */
    record Help() implements SimulatorCommand {}

    /**
     * Reads arguments {@code --key=value} and the environment; an argument wins.
     *
     * @throws InvalidConfig naming the argument or variable and the remedy
     */
    static SimulatorCommand parse(List<String> arguments, Map<String, String> environment) {
        if (arguments.contains("--help")) {
            return new Help();
        }
        Map<Setting, String> given = fromEnvironment(environment);
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new InvalidConfig("argument '" + argument + "' is not --key=value: see --help");
            }
            given.put(known(argument.substring(2, equals)), argument.substring(equals + 1));
        }
        return of(new SettingTexts(given));
    }

    /** The setting of a key. @throws InvalidConfig where there is none */
    static Setting known(String key) {
        return Setting.ofKey(key)
                .orElseThrow(
                        () -> new InvalidConfig("setting '" + key + "' is not known: see --help for those there are"));
    }

    private static Map<Setting, String> fromEnvironment(Map<String, String> environment) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        putIfGiven(given, Setting.PORT, environment.get("SERVER_PORT"));
        putIfGiven(given, Setting.ADDRESS, environment.get("SERVER_ADDRESS"));
        environment.forEach((name, value) -> {
            if (name.startsWith("SIMULATOR_")) {
                Setting setting = Setting.ofEnvironment(name)
                        .orElseThrow(() -> new InvalidConfig("environment variable " + name
                                + " is not known: see --help for the settings there are"));
                putIfGiven(given, setting, value);
            }
        });
        return given;
    }

    private static void putIfGiven(
            Map<Setting, String> given, Setting setting, @org.jspecify.annotations.Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(setting, value);
        }
    }

    private static SimulatorCommand of(SettingTexts texts) {
        SimulatorSettings settings = SimulatorSettings.of(texts);
        if (!texts.isGiven(Setting.EXPORT_DIR)) {
            return new Serve(settings);
        }
        Optional<LocalDate> from = texts.date(Setting.FROM);
        Optional<LocalDate> to = texts.date(Setting.TO);
        if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
            throw new InvalidConfig("setting export-dir needs dates: give from and to, in this order");
        }
        return new Export(settings, Path.of(texts.text(Setting.EXPORT_DIR)), from.get(), to.get());
    }
}
