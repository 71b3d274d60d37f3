package dev.marketlake.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayFinderTest {
    private static final long FIRST = Instant.parse("2018-11-01T00:00:00Z").getEpochSecond();
    private static final int DAYS = 800;

    /** Half days, closures and both changes of the clocks lie in the range. */
    @ParameterizedTest
    @ValueSource(strings = {"NYSE", "24x7"})
    void it_says_what_the_calendar_says_whatever_was_asked_before(String name) {
        TradingCalendar calendar = TradingCalendar.of(name);
        DayFinder finder = new DayFinder(calendar);
        SplittableRandom random = new SplittableRandom(3);
        long second = FIRST;
        for (int i = 0; i < 100_000; i++) {
            second = random.nextInt(10) == 0
                    ? FIRST + random.nextLong(DAYS * 86_400L)
                    : second + random.nextInt(-7_200, 7_200);
            Instant at = Instant.ofEpochSecond(second);
            assertThat(finder.date(second * 1_000_000)).as("%s", at).isEqualTo(calendar.localDate(at));
            assertThat(finder.part(second * 1_000_000)).as("%s", at).isEqualTo(calendar.part(at));
            assertThat(finder.clock(second * 1_000_000))
                    .as("%s", at)
                    .isEqualTo(at.atZone(calendar.zone()).toLocalTime().toNanoOfDay() / 1_000);
        }
    }
}
