package dev.marketlake.allinone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayRequestTest {
    private static final LocalDate MONDAY = LocalDate.of(2019, 2, 11);

    @Test
    void symbols_are_taken_once_and_in_order() {
        assertThat(request(MONDAY, MONDAY, List.of("MSFT", "AAPL", "MSFT")).symbols())
                .containsExactly("AAPL", "MSFT");
    }

    @Test
    void a_range_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> request(MONDAY, MONDAY.minusDays(1), List.of("AAPL")))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("exchange the dates");
    }

    @Test
    void what_is_no_symbol_is_named() {
        assertThatThrownBy(() -> request(MONDAY, MONDAY, List.of("A' OR 1=1")))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("'A' OR 1=1' is no symbol");
    }

    /** The topic forgets after a week: every older row would look wrong. */
    @Test
    void nothing_is_written_by_what_kafka_alone_holds() {
        assertThatThrownBy(
                        () -> new ReplayRequest(MONDAY, MONDAY, List.of("AAPL"), Source.KAFKA, Purpose.REWRITE, 1, 0))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("--verify, or from bronze");
    }

    private static ReplayRequest request(LocalDate from, LocalDate to, List<String> symbols) {
        return new ReplayRequest(from, to, symbols, Source.BRONZE, Purpose.VERIFY, 1, 0);
    }
}
