package dev.marketlake.stream.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.stream.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamsLifecycleTest {
    private final AtomicInteger ends = new AtomicInteger();

    /** Ending the process closes the application context, which cannot be closed while it comes up. */
    @Test
    void a_failure_before_the_context_is_up_ends_the_process_once_it_is() {
        var lifecycle = unusable();
        lifecycle.begin();
        await().until(() -> lifecycle.state() instanceof StreamState.Failed);
        assertThat(ends).hasValue(0);

        lifecycle.start();

        await().until(() -> ends.get() == 1);
        lifecycle.stop();
    }

    @Test
    void a_failure_while_the_context_is_up_ends_the_process_once() {
        var lifecycle = unusable();
        lifecycle.start();
        lifecycle.begin();

        await().until(() -> ends.get() == 1);
        assertThat(lifecycle.state()).isInstanceOf(StreamState.Failed.class);
        lifecycle.stop();
        assertThat(ends).hasValue(1);
    }

    @Test
    void who_waits_for_its_work_is_told_when_there_will_be_none() {
        var lifecycle = unusable();
        lifecycle.begin();

        lifecycle.awaitWork(Duration.ofMinutes(5));

        assertThat(lifecycle.state()).isInstanceOf(StreamState.Failed.class);
        lifecycle.stop();
    }

    @Test
    void who_waits_for_its_work_is_told_what_it_waits_for() {
        var lifecycle = new StreamsLifecycle(
                Starts.of(Settings.defaults(), Map.of()), ends::incrementAndGet, Clock.systemUTC());
        lifecycle.begin();

        lifecycle.awaitWork(Duration.ofMinutes(5));

        assertThat(lifecycle.state()).isInstanceOf(StreamState.Waiting.class);
        lifecycle.stop();
    }

    /** Kafka refuses its settings, so that waiting will not help. */
    private StreamsLifecycle unusable() {
        var start = Starts.of(Settings.defaults(), Map.of("security.protocol", "NO_SUCH_PROTOCOL"));
        return new StreamsLifecycle(start, ends::incrementAndGet, Clock.systemUTC());
    }
}
