package dev.marketlake.ingest.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DayBudgetTest {
    private Instant now = Instant.parse("2026-11-20T22:30:00Z");

    @Test
    void the_last_request_of_the_day_closes_it_until_midnight_of_the_plan() {
        DayBudget budget = budget(2, ZoneOffset.UTC);
        budget.spend();
        assertThat(budget.closedUntil()).isEmpty();
        budget.spend();
        assertThat(budget.closedUntil()).contains(Instant.parse("2026-11-21T00:00:00Z"));
        now = Instant.parse("2026-11-21T00:00:00Z");
        assertThat(budget.closedUntil()).isEmpty();
        assertThat(budget.spentToday()).isZero();
    }

    @Test
    void the_day_begins_where_the_plan_says() {
        DayBudget budget = budget(1, ZoneId.of("America/New_York"));
        budget.spend();
        assertThat(budget.closedUntil()).contains(Instant.parse("2026-11-21T05:00:00Z"));
    }

    @Test
    void the_providers_word_closes_the_day_without_a_limit_of_ours() {
        DayBudget budget = budget(0, ZoneOffset.UTC);
        budget.spend();
        assertThat(budget.closedUntil()).isEmpty();
        budget.close();
        assertThat(budget.closedUntil()).isPresent();
        now = now.plusSeconds(7_200);
        assertThat(budget.closedUntil()).isEmpty();
    }

    @Test
    void a_clock_set_back_gives_nothing_back() {
        DayBudget budget = budget(1, ZoneOffset.UTC);
        budget.spend();
        now = Instant.parse("2026-11-19T12:00:00Z");
        assertThat(budget.closedUntil()).contains(Instant.parse("2026-11-21T00:00:00Z"));
    }

    private DayBudget budget(int limit, ZoneId zone) {
        InstantSource source = () -> now;
        return new DayBudget(limit, zone, source.withZone(ZoneOffset.UTC));
    }
}
