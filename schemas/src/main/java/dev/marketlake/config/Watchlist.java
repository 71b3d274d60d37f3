package dev.marketlake.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The symbols to follow, from {@code config/symbols.yml}. An entry is a plain symbol or a map with {@code symbol}, {@code calendar} and
 * {@code aliases} (a provider's own spelling by source name).
 */
public final class Watchlist {
    private final Map<Symbol, Entry> entries;

    private Watchlist(Map<Symbol, Entry> entries) {
        this.entries = entries;
    }

    /** Reads the file. @throws InvalidConfig naming the file, the symbol and what is wrong */
    public static Watchlist read(Path file) {
        return ConfigFile.read(file, Document.class).toWatchlist();
    }

    /** A watchlist of plain symbols on the NYSE calendar. */
    public static Watchlist of(String... symbols) {
        return new Document(null, List.of(symbols).stream().map(Entry::plain).toList()).toWatchlist();
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
                .map(entry -> TradingCalendar.of(String.valueOf(entry.calendar)));
    }

    /** How {@code source} spells {@code symbol}. */
    public String spelling(Symbol symbol, Source source) {
        Entry entry = entries.get(symbol);
        return entry == null ? symbol.value() : entry.aliases.getOrDefault(source, symbol.value());
    }

    private record Document(
            @Nullable @JsonProperty("calendar") String calendar,
            @JsonProperty("symbols") List<Entry> symbols) {
        Watchlist toWatchlist() {
            if (symbols == null || symbols.isEmpty()) {
                throw new InvalidConfig("symbols: the list is empty; name at least one symbol to follow");
            }
            Map<Symbol, Entry> entries = new LinkedHashMap<>();
            for (Entry entry : symbols) {
                Entry complete = entry.calendar == null
                        ? new Entry(entry.symbol, calendar == null ? "NYSE" : calendar, entry.aliases)
                        : entry;
                TradingCalendar.of(String.valueOf(complete.calendar));
                if (entries.put(new Symbol(entry.symbol), complete) != null) {
                    throw new InvalidConfig("symbols: " + entry.symbol + " is listed twice");
                }
            }
            return new Watchlist(entries);
        }
    }

    private record Entry(String symbol, @Nullable String calendar, Map<Source, String> aliases) {
        Entry {
            new Symbol(symbol);
            aliases = aliases == null ? Map.of() : Map.copyOf(aliases);
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Entry plain(String symbol) {
            return new Entry(symbol, null, Map.of());
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static Entry full(
                @JsonProperty("symbol") String symbol,
                @Nullable @JsonProperty("calendar") String calendar,
                @JsonProperty("aliases") Map<Source, String> aliases) {
            return new Entry(symbol, calendar, aliases);
        }
    }
}
