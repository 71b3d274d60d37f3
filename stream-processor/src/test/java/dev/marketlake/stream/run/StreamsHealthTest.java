package dev.marketlake.stream.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.stream.run.StreamState.Failed;
import dev.marketlake.stream.run.StreamState.Started;
import dev.marketlake.stream.run.StreamState.Waiting;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class StreamsHealthTest {
    private static final Instant NOW = Instant.parse("2019-02-15T15:00:00Z");

    @Test
    void waiting_is_down_and_says_for_what() {
        assertThat(health(new Waiting("broker does not answer")).getStatus()).isEqualTo(Status.DOWN);
        assertThat(health(new Waiting("broker does not answer")).getDetails())
                .containsEntry("waiting", "broker does not answer");
    }

    @Test
    void running_is_up_and_so_is_a_rebalance_of_less_than_a_minute() {
        assertThat(health(new Started("RUNNING", NOW.minusSeconds(900))).getStatus())
                .isEqualTo(Status.UP);
        assertThat(health(new Started("REBALANCING", NOW.minusSeconds(59))).getStatus())
                .isEqualTo(Status.UP);
        assertThat(health(new Started("REBALANCING", NOW.minusSeconds(60))).getStatus())
                .isEqualTo(Status.DOWN);
    }

    @Test
    void failed_and_every_other_state_are_down() {
        assertThat(health(new Failed("a record cannot be produced")).getDetails())
                .containsKey("failed");
        assertThat(health(new Started("ERROR", NOW)).getStatus()).isEqualTo(Status.DOWN);
        assertThat(health(new Started("PENDING_SHUTDOWN", NOW)).getStatus()).isEqualTo(Status.DOWN);
    }

    private static Health health(StreamState state) {
        return new StreamsHealth(() -> state, Clock.fixed(NOW, ZoneOffset.UTC)).health();
    }
}
