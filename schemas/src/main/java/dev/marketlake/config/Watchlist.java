package dev.marketlake.config;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.calendar.Calendars;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The symbols to follow, from {@code config/symbols.yml}. An entry is a plain symbol or a map with {@code symbol}, {@code calendar} and
 * {@code aliases} (a provider's own spelling by source name).
 */
public final class Watchlist {
    private static final String USUAL_CALENDAR = "NYSE";

    private final Map<Symbol, WatchedSymbol> entries;
    private final TradingCalendar calendar;

    private Watchlist(Map<Symbol, WatchedSymbol> entries, TradingCalendar calendar) {
        this.entries = entries;
        this.calendar = calendar;
    }

    /**
     * Reads the file. Calendars may also be those of {@code calendars.yml} beside it.
     *
     * @throws InvalidConfig naming the file, the place, the symbol and what is wrong
     */
    public static Watchlist read(Path file) {
        Calendars calendars = CalendarsFile.read(file.resolveSibling("calendars.yml"));
        return ConfigFile.read(file, Document.class, Calendars.class, calendars).toWatchlist();
    }

    /** A watchlist of plain symbols on the NYSE calendar. */
    public static Watchlist of(String... symbols) {
        List<WatchedSymbol> entries =
                Arrays.stream(symbols).map(WatchedSymbol::plain).toList();
        return new Document(Calendars.BUILT_IN.named(USUAL_CALENDAR), entries).toWatchlist();
    }

    /** All symbols, in the order of the file. */
    public Set<Symbol> symbols() {
        return entries.keySet();
    }

    public boolean contains(Symbol symbol) {
        return entries.containsKey(symbol);
    }

    /** The calendar of a symbol; empty where the symbol is not followed. */
    public Optional<TradingCalendar> calendar(Symbol symbol) {
        return Optional.ofNullable(entries.get(symbol))
                .map(entry -> entry.calendar() == null ? calendar : entry.calendar());
    }

    /** How {@code source} spells {@code symbol}. */
    public String spelling(Symbol symbol, Source source) {
        WatchedSymbol entry = entries.get(symbol);
        return entry == null ? symbol.value() : entry.spelling(source);
    }

    /** The file. Its entries are complete and differ, in every provider's spelling too. */
    private record Document(TradingCalendar calendar, List<WatchedSymbol> symbols) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static Document of(
                @Nullable @JsonProperty("calendar") String calendar,
                @JsonProperty("symbols") List<WatchedSymbol> symbols,
                @JacksonInject Calendars calendars) {
            return new Document(calendars.named(calendar == null ? USUAL_CALENDAR : calendar), symbols);
        }

        Document {
            if (symbols == null || symbols.isEmpty()) {
                throw new InvalidConfig("symbols: the list is empty: name at least one symbol to follow");
            }
            if (symbols.stream().anyMatch(Objects::isNull)) {
                throw new InvalidConfig(
                        "symbols: an entry is empty: name a symbol, in quotes where YAML reads it as nothing");
            }
            for (Source source : Source.values()) {
                refuseTwins(symbols, source);
            }
        }

        private static void refuseTwins(List<WatchedSymbol> symbols, Source source) {
            Map<String, WatchedSymbol> seen = new HashMap<>();
            for (WatchedSymbol symbol : symbols) {
                WatchedSymbol twin = seen.put(symbol.spelling(source), symbol);
                if (twin != null && twin.symbol().equals(symbol.symbol())) {
                    throw new InvalidConfig("symbols: " + symbol.symbol() + " is listed twice: take one out");
                }
                if (twin != null) {
                    throw new InvalidConfig(
                            "symbols: " + twin.symbol() + " and " + symbol.symbol() + " are both spelled "
                                    + symbol.spelling(source) + " at " + source + ": correct the aliases");
                }
            }
        }

        Watchlist toWatchlist() {
            Map<Symbol, WatchedSymbol> entries = new LinkedHashMap<>();
            symbols.forEach(entry -> entries.put(entry.symbol(), entry));
            return new Watchlist(Collections.unmodifiableMap(entries), calendar);
        }
    }
}
