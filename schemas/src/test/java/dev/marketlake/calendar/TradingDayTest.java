package dev.marketlake.calendar;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TradingDayTest {
    private static final LocalDate DATE = LocalDate.of(2019, 2, 15);
    private static final Instant EARLY = Instant.parse("2019-02-15T10:00:00Z");
    private static final Instant LATE = Instant.parse("2019-02-15T20:00:00Z");

    @Test
    void sessions_out_of_order_cannot_be_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradingDay(DATE, LATE, EARLY, LATE, LATE))
                .withMessage("sessions of 2019-02-15 are not in order");
        assertThatIllegalArgumentException().isThrownBy(() -> new TradingDay(DATE, EARLY, EARLY, EARLY, LATE));
        assertThatIllegalArgumentException().isThrownBy(() -> new TradingDay(DATE, EARLY, EARLY, LATE, EARLY));
    }
}
