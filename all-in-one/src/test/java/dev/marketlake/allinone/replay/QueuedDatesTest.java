package dev.marketlake.allinone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.replay.Comparison.Day;
import dev.marketlake.allinone.replay.QueuedDates.Range;
import dev.marketlake.allinone.replay.QueuedDates.Stretch;
import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueuedDatesTest {
    private static final LocalDate MONDAY = LocalDate.of(2019, 2, 11);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void dates_close_to_each_other_are_one_job_and_symbols_that_wait_for_the_same_share_it() {
        QueuedDates dates = new QueuedDates();
        dates.add("AAPL", MONDAY);
        dates.add("AAPL", MONDAY.plusDays(7));
        dates.add("AAPL", MONDAY.plusDays(30));
        dates.add("MSFT", MONDAY.plusDays(7));
        dates.add("MSFT", MONDAY);

        assertThat(dates.size()).isEqualTo(5);
        assertThat(dates.ranges())
                .containsExactly(
                        new Range(MONDAY, MONDAY.plusDays(7), List.of("AAPL", "MSFT")),
                        new Range(MONDAY.plusDays(30), MONDAY.plusDays(30), List.of("AAPL")));
    }

    @Test
    void what_was_handled_is_known_the_next_time() {
        assertThat(HandledCounts.in(folder).of("entry")).isZero();
        HandledCounts.in(folder).handled(List.of(new Stretch("entry", "topic", 0, "AAPL", 0, 10, 7)));

        assertThat(HandledCounts.in(folder).of("entry")).isEqualTo(7);
    }

    @Test
    void dates_that_rest_on_changed_bars_wait_until_they_are_no_longer_live() {
        LiveBoundary boundary = new LiveBoundary(Map.of("AAPL", MONDAY.plusDays(3)));
        StaleDates.in(folder).restOn(List.of(new Day("AAPL", MONDAY)), 2);

        assertThat(StaleDates.in(folder).ready(boundary).ranges())
                .containsExactly(new Range(MONDAY.plusDays(1), MONDAY.plusDays(2), List.of("AAPL")));
        StaleDates.in(folder).fresh(request(MONDAY, MONDAY.plusDays(9)), boundary);
        assertThat(StaleDates.in(folder).ready(boundary).size()).isZero();

        LiveBoundary later = new LiveBoundary(Map.of("AAPL", MONDAY.plusDays(5)));
        assertThat(StaleDates.in(folder).ready(later).ranges())
                .containsExactly(new Range(MONDAY.plusDays(3), MONDAY.plusDays(4), List.of("AAPL")));
    }

    private static ReplayRequest request(LocalDate from, LocalDate to) {
        return new ReplayRequest(from, to, List.of("AAPL"), Source.BRONZE, Purpose.REWRITE, 1, 0);
    }
}
