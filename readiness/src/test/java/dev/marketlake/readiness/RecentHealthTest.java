package dev.marketlake.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.reach.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class RecentHealthTest {
    private Instant now = Instant.parse("2019-02-15T14:30:00Z");
    private Reach answer = new Reach.Unreached("start it");
    private int questions;

    private final RecentHealth health = new RecentHealth(this::ask, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough");
        }
    });

    @Test
    void what_does_not_answer_is_down_with_the_reason() {
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("reason", "start it");
    }

    @Test
    void many_probes_within_three_seconds_ask_once_and_a_later_one_asks_anew() {
        health.health();
        health.health();
        answer = new Reach.Reached("here");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(questions).isEqualTo(1);

        now = now.plus(Duration.ofSeconds(3));

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void a_clock_set_back_does_not_keep_an_old_answer() {
        health.health();
        now = now.minus(Duration.ofHours(1));
        health.health();
        assertThat(questions).isEqualTo(2);
    }

    private Reach ask() {
        questions++;
        return answer;
    }
}
