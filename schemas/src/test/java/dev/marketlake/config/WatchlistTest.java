package dev.marketlake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchlistTest {
    @TempDir
    Path folder;

    @Test
    void plain_and_full_entries_mix_in_the_order_of_the_file() throws IOException {
        Watchlist list = read("""
                calendar: NYSE
                symbols:
                  - TSLA
                  - symbol: BRK-B
                    aliases: {FINNHUB: BRK.B}
                  - {symbol: BTC-USD, calendar: 24x7}
                """);
        assertThat(list.symbols()).extracting(Symbol::value).containsExactly("TSLA", "BRK-B", "BTC-USD");
        assertThat(list.spelling(new Symbol("BRK-B"), Source.FINNHUB)).isEqualTo("BRK.B");
        assertThat(list.spelling(new Symbol("BRK-B"), Source.ALPHA_VANTAGE)).isEqualTo("BRK-B");
        assertThat(list.calendar(new Symbol("TSLA"))).contains(TradingCalendar.of("NYSE"));
        assertThat(list.calendar(new Symbol("BTC-USD"))).contains(TradingCalendar.of("24x7"));
    }

    @Test
    void symbols_that_yaml_might_take_for_something_else_stay_symbols() throws IOException {
        assertThat(read("symbols: [ON, NO, Y, TRUE, 005930]").symbols())
                .extracting(Symbol::value)
                .containsExactly("ON", "NO", "Y", "TRUE", "005930");
    }

    @Test
    void a_symbol_not_followed_has_no_calendar_and_its_own_spelling() {
        Watchlist list = Watchlist.of("AAPL");
        assertThat(list.contains(new Symbol("AAPL"))).isTrue();
        assertThat(list.contains(new Symbol("MSFT"))).isFalse();
        assertThat(list.calendar(new Symbol("MSFT"))).isEmpty();
        assertThat(list.spelling(new Symbol("MSFT"), Source.FINNHUB)).isEqualTo("MSFT");
    }

    @Test
    void what_it_gives_out_cannot_be_changed() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Watchlist.of("AAPL").symbols().clear());
    }

    @Test
    void a_bad_symbol_is_named_with_file_line_and_rule() {
        refusal("symbols:\n  - AAPL\n  - aapl\n")
                .hasMessageContaining(
                        "symbols.yml line 3, symbols.entry 2: symbol 'aapl' is not valid: use 1 to 20 of A-Z");
    }

    @Test
    void an_unknown_calendar_is_named_with_those_that_are_known() {
        refusal("calendar: LSE\nsymbols: [AAPL]\n")
                .hasMessageContaining("symbols.yml line ")
                .hasMessageContaining("calendar 'LSE' is not known: use NYSE or 24x7");
        refusal("symbols:\n  - {symbol: AAPL, calendar: LSE}\n")
                .hasMessageContaining(
                        "symbols.yml line 2, symbols.entry 1: calendar 'LSE' is not known: use NYSE or 24x7");
    }

    @Test
    void an_unknown_source_of_an_alias_is_named() {
        refusal("symbols:\n  - symbol: AAPL\n    aliases: {YAHO: X}\n")
                .hasMessageContaining("symbols.yml line 3")
                .hasMessageContaining("YAHO")
                .hasMessageContaining("FINNHUB");
    }

    @Test
    void an_alias_without_text_is_refused() {
        refusal("symbols:\n  - symbol: AAPL\n    aliases: {YAHOO: }\n")
                .hasMessageContaining("AAPL has an empty alias for YAHOO");
    }

    @Test
    void a_symbol_listed_twice_is_refused() {
        refusal("symbols: [AAPL, MSFT, AAPL]\n")
                .hasMessageContaining("symbols.yml")
                .hasMessageContaining("AAPL is listed twice");
    }

    @Test
    void two_symbols_with_one_spelling_at_a_provider_are_refused() {
        refusal("symbols:\n  - BRK.B\n  - {symbol: BRK-B, aliases: {FINNHUB: BRK.B}}\n")
                .hasMessageContaining("BRK.B and BRK-B are both spelled BRK.B at FINNHUB");
    }

    @Test
    void an_empty_list_or_entry_is_refused() {
        refusal("symbols: []\n").hasMessageContaining("name at least one symbol to follow");
        refusal("calendar: NYSE\n").hasMessageContaining("name at least one symbol to follow");
        refusal("symbols:\n  - AAPL\n  -\n").hasMessageContaining("an entry is empty");
        refusal("symbols:\n  - calendar: NYSE\n").hasMessageContaining("an entry has no symbol");
    }

    private Watchlist read(String yaml) throws IOException {
        return Watchlist.read(Files.writeString(folder.resolve("symbols.yml"), yaml));
    }

    private AbstractThrowableAssert<?, ?> refusal(String yaml) {
        return assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidConfig.class);
    }
}
