package dev.marketlake.stream.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.InvalidConfig;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DepthTest {
    private static final TradingCalendar NYSE = TradingCalendar.of("NYSE");
    private final Depth depth = new Depth(5, 2);

    @Test
    void the_newest_trade_date_is_the_first_of_the_depth() {
        assertThat(depth.first(NYSE, LocalDate.parse("2019-02-15"))).isEqualTo("2019-02-11");
        assertThat(new Depth(1, 1).first(NYSE, LocalDate.parse("2019-02-15"))).isEqualTo("2019-02-15");
    }

    @Test
    void sessions_are_counted_over_weekends_and_holidays() {
        assertThat(depth.first(NYSE, LocalDate.parse("2019-02-19"))).isEqualTo("2019-02-12");
    }

    @Test
    void the_warm_up_lies_before_the_depth() {
        assertThat(depth.oldestKept(NYSE, LocalDate.parse("2019-02-15"))).isEqualTo("2019-02-07");
        assertThat(depth.anchor(NYSE, LocalDate.parse("2019-02-11"))).isEqualTo("2019-02-07");
    }

    @Test
    void the_span_holds_depth_and_warm_up_over_any_closure_there_ever_was() {
        assertThat(depth.span().toDays()).isGreaterThanOrEqualTo(7 + 2 * 2 + 7);
    }

    @Test
    void a_depth_of_nothing_is_refused() {
        assertThatThrownBy(() -> new Depth(0, 2))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("at least 1");
    }
}
