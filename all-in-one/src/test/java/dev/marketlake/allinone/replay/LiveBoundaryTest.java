package dev.marketlake.allinone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveBoundaryTest {
    private static final LocalDate FRIDAY = LocalDate.of(2019, 2, 15);
    private static final LiveBoundary BOUNDARY = new LiveBoundary(Map.of("AAPL", FRIDAY));

    @Test
    void dates_before_the_first_one_of_live_may_be_written() {
        assertThat(BOUNDARY.isBefore("AAPL", FRIDAY.minusDays(1))).isTrue();
        assertThat(BOUNDARY.isBefore("AAPL", FRIDAY)).isFalse();
        assertThat(BOUNDARY.isBefore("MSFT", FRIDAY)).isTrue();
    }

    @Test
    void the_condition_says_the_same_per_symbol() {
        assertThat(BOUNDARY.condition(List.of("AAPL", "MSFT")))
                .isEqualTo("((symbol = 'AAPL' AND trade_date < DATE '2019-02-15') OR (symbol = 'MSFT'))");
    }

    @Test
    void people_are_told_from_when_on_dates_are_left_alone() {
        assertThat(BOUNDARY.describe(List.of("AAPL")))
                .isEqualTo("dates from 2019-02-15 on are live's and stay as they are");
        assertThat(BOUNDARY.describe(List.of("MSFT"))).isEqualTo("no dates are live's yet");
    }
}
