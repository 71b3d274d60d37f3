package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlushPaceTest {
    private final FlushPace pace = new FlushPace();

    @Test
    void every_tick_flushes_where_records_are_taken_as_they_come() {
        assertThat(takenAndDue(10_000, 500)).isTrue();
        assertThat(takenAndDue(10_250, 1_000)).isTrue();
        assertThat(takenAndDue(10_500, -3)).isTrue();
    }

    @Test
    void in_a_backlog_one_a_second_flushes() {
        assertThat(takenAndDue(10_000, 5_000)).isTrue();
        assertThat(takenAndDue(10_250, 5_000)).isFalse();
        assertThat(takenAndDue(10_999, 5_000)).isFalse();
        assertThat(takenAndDue(11_000, 5_000)).isTrue();
        assertThat(takenAndDue(11_250, 5_000)).isFalse();
    }

    @Test
    void what_the_backlog_ends_with_is_not_kept_waiting() {
        assertThat(takenAndDue(10_000, 5_000)).isTrue();
        assertThat(takenAndDue(10_250, 5_000)).isFalse();
        assertThat(pace.isDue(10_500)).as("no record since the last tick").isTrue();
        assertThat(takenAndDue(10_750, 900)).as("caught up").isTrue();
    }

    @Test
    void what_a_flush_had_to_leave_does_not_wait_for_the_backlog() {
        assertThat(takenAndDue(10_000, 5_000)).isTrue();
        pace.flushed(false);
        assertThat(takenAndDue(10_250, 5_000)).isTrue();
        pace.flushed(true);
        assertThat(takenAndDue(10_500, 5_000)).isFalse();
    }

    @Test
    void a_clock_that_is_set_back_holds_nothing_up() {
        assertThat(takenAndDue(3_610_000, 5_000)).isTrue();
        assertThat(takenAndDue(10_000, 5_000)).isTrue();
        assertThat(takenAndDue(10_250, 5_000)).isFalse();
    }

    private boolean takenAndDue(long now, long waited) {
        pace.taken(now - waited, now);
        return pace.isDue(now);
    }
}
