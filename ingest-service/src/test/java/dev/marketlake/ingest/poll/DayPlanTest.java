package dev.marketlake.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DayPlanTest {

    @Test
    void a_plan_that_does_not_last_the_day_is_told_with_figures_and_an_interval_that_does() {
        assertThat(new DayPlan(10, Duration.ofMinutes(1), 25).warning())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("10 symbols every PT1M are 14400 requests a day, the plan has 25")
                        .contains("spent after about PT2M30S")
                        .contains("poll-interval to PT9H36M"));
        assertThat(new DayPlan(10, Duration.ofHours(9).plusMinutes(36), 25).warning())
                .isEmpty();
    }

    @Test
    void a_plan_without_an_end_needs_no_warning() {
        assertThat(new DayPlan(10, Duration.ofSeconds(1), 0).warning()).isEmpty();
    }
}
