package dev.marketlake.config;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.calendar.Calendars;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the watchlist.
 *
 * @param calendar null for the file's
 * @param aliases the spelling of each source that spells it differently
 */
record WatchedSymbol(Symbol symbol, @Nullable TradingCalendar calendar, Map<Source, String> aliases) {
    WatchedSymbol {
        aliases.forEach((source, alias) -> {
            if (alias == null || alias.isBlank()) {
                throw new InvalidConfig(
                        symbol + " has an empty alias for " + source + ": write the spelling or take it out");
            }
        });
        aliases = Map.copyOf(aliases);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WatchedSymbol plain(String symbol) {
        return new WatchedSymbol(new Symbol(symbol), null, Map.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static WatchedSymbol full(
            @Nullable @JsonProperty("symbol") String symbol,
            @Nullable @JsonProperty("calendar") String calendar,
            @Nullable @JsonProperty("aliases") Map<Source, String> aliases,
            @JacksonInject Calendars calendars) {
        if (symbol == null) {
            throw new InvalidConfig("an entry has no symbol: add it, or write the symbol alone");
        }
        return new WatchedSymbol(
                new Symbol(symbol),
                calendar == null ? null : calendars.named(calendar),
                aliases == null ? Map.of() : aliases);
    }

    String spelling(Source source) {
        return aliases.getOrDefault(source, symbol.value());
    }
}
