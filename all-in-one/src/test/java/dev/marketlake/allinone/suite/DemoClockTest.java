package dev.marketlake.allinone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_new_demo_begins_at_an_open_120_sessions_ago() {
        var clock = DemoClock.resume(new DataFolder(folder), NOON);
        assertThat(clock.origin()).isEqualTo("2026-06-02T13:30:00Z");
        assertThat(clock.wallStart()).isEqualTo(NOON);
    }

    @Test
    void the_market_stands_still_while_the_demo_is_off() {
        var first = new DemoClock(NOON.minus(Duration.ofDays(90)), NOON, NOON.plusSeconds(300));
        first.write(new DataFolder(folder));
        var again = DemoClock.resume(new DataFolder(folder), NOON.plusSeconds(300 + 3600));
        assertThat(again.origin()).isEqualTo(first.origin());
        assertThat(Duration.between(first.wallStart(), again.wallStart())).isEqualTo(Duration.ofSeconds(3590));
    }

    @Test
    void the_market_never_steps_back_even_if_the_last_moments_were_not_seen() {
        var first = new DemoClock(NOON.minus(Duration.ofDays(90)), NOON, NOON.plusSeconds(300));
        var again = first.after(NOON.plusSeconds(304));
        assertThat(again.wallStart()).isEqualTo(first.wallStart());
    }
}
