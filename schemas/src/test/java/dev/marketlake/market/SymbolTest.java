package dev.marketlake.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymbolTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AAPL",
                "BRK-B",
                "BRK.B",
                "TSCO.LON",
                "^ACWI",
                "005930",
                "ES=F",
                "BTC_USD",
                "ABCDEFGHIJKLMNOPQRST"
            })
    void spellings_that_exchanges_and_providers_use_are_symbols(String text) {
        assertThat(new Symbol(text).value()).isEqualTo(text);
        assertThat(Symbol.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "aapl",
                "AAPL ",
                " AAPL",
                "AA PL",
                "A/B",
                "A\\B",
                "../ETC",
                "A..B",
                ".A",
                "-A",
                "=F",
                "A\n",
                "Ä",
                "A'B",
                "A%2FB",
                "ABCDEFGHIJKLMNOPQRSTU"
            })
    void text_that_could_leave_its_folder_or_hide_in_a_log_is_refused(String text) {
        assertThat(Symbol.isValid(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Symbol(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("use 1 to 20 of A-Z");
    }

    @Test
    void symbols_sort_and_print_as_their_text() {
        assertThat(new Symbol("AAPL")).isLessThan(new Symbol("MSFT")).hasToString("AAPL");
    }
}
