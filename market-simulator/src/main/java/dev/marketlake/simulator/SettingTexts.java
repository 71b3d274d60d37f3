package dev.marketlake.simulator;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Symbol;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Settings as given, and their reading as values. Every failure names the setting, what was given and what would do. */
final class SettingTexts {
    private final Map<Setting, String> given;

    SettingTexts(Map<Setting, String> given) {
        this.given = new EnumMap<>(Setting.class);
        this.given.putAll(given);
    }

    boolean isGiven(Setting setting) {
        return !text(setting).isBlank();
    }

    boolean isSet(Setting setting) {
        return given.containsKey(setting);
    }

    String text(Setting setting) {
        return given.getOrDefault(setting, setting.defaultText()).strip();
    }

    int wholeNumber(Setting setting, int least, int most) {
        try {
            int value = Integer.parseInt(text(setting));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw invalid(setting, "a whole number from " + least + " to " + most);
        }
        throw invalid(setting, "a whole number from " + least + " to " + most);
    }

    long seed(Setting setting) {
        try {
            return Long.parseLong(text(setting));
        } catch (NumberFormatException e) {
            throw invalid(setting, "a whole number");
        }
    }

    /** A number above {@code above}, at most {@code most}. */
    double number(Setting setting, double above, double most) {
        String remedy = "a number above " + above + ", at most " + most;
        try {
            double value = Double.parseDouble(text(setting));
            if (value > above && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw invalid(setting, remedy);
        }
        throw invalid(setting, remedy);
    }

    double rate(Setting setting) {
        try {
            double value = Double.parseDouble(text(setting));
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw invalid(setting, "a probability from 0 to 1");
        }
        throw invalid(setting, "a probability from 0 to 1");
    }

    Duration duration(Setting setting) {
        try {
            Duration value = Duration.parse(text(setting));
            if (!value.isNegative()) {
                return value;
            }
        } catch (DateTimeException e) {
            throw invalid(setting, "a duration like PT3S");
        }
        throw invalid(setting, "a duration like PT3S");
    }

    Optional<LocalDate> date(Setting setting) {
        if (!isGiven(setting)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text(setting)));
        } catch (DateTimeException e) {
            throw invalid(setting, "a date like 2026-11-16");
        }
    }

    /** An instant, or a date that stands for the first regular open on or after it. */
    Optional<Instant> instant(Setting setting, TradingCalendar calendar) {
        if (!isGiven(setting)) {
            return Optional.empty();
        }
        String text = text(setting);
        try {
            if (text.contains("T")) {
                return Optional.of(Instant.parse(text));
            }
            LocalDate date = LocalDate.parse(text);
            while (calendar.day(date).isEmpty()) {
                date = date.plusDays(1);
            }
            return Optional.of(calendar.day(date).orElseThrow().regularOpen());
        } catch (DateTimeException e) {
            throw invalid(setting, "an instant like 2026-11-16T14:30:00Z or a date like 2026-11-16");
        }
    }

    <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text(setting))) {
                return constant;
            }
        }
        throw invalid(
                setting, Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" or ")));
    }

    /** Comma-separated, upper-cased. */
    SortedSet<Symbol> symbols(Setting setting) {
        SortedSet<Symbol> symbols = new TreeSet<>();
        for (String part : text(setting).split(",", -1)) {
            String symbol = part.strip();
            if (symbol.isEmpty()) {
                continue;
            }
            if (!Symbol.isValid(symbol)) {
                throw invalid(setting, "symbols like AAPL,BRK-B (of '" + symbol + "' it cannot make one)");
            }
            symbols.add(new Symbol(symbol));
        }
        return symbols;
    }

    InvalidConfig invalid(Setting setting, String remedy) {
        return new InvalidConfig("setting " + setting.key() + " is '" + text(setting) + "': give " + remedy);
    }
}
