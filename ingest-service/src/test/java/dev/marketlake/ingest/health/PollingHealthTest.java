package dev.marketlake.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Provider;
import dev.marketlake.ingest.finnhub.FinnhubSettings;
import dev.marketlake.ingest.guard.BreakerSettings;
import dev.marketlake.ingest.guard.Guards;
import dev.marketlake.ingest.guard.RetrySettings;
import dev.marketlake.ingest.guard.Ticks;
import dev.marketlake.ingest.poll.IngestPipeline;
import dev.marketlake.ingest.publish.PublishSettings;
import dev.marketlake.ingest.publish.RawTopic;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class PollingHealthTest {
    private final AtomicInteger endedByBug = new AtomicInteger();

    @Test
    void a_thread_that_dies_of_a_bug_fails_liveness_and_a_failure_of_the_provider_does_not()
            throws InterruptedException {
        assertThat(polling(new Fetch.Unavailable("HTTP 503")).health().getStatus())
                .isEqualTo(Status.UP);

        PollingHealth dying = polling(null);
        await().until(() -> endedByBug.get() == 1);
        await().until(() -> dying.health().getStatus().equals(Status.DOWN));
        assertThat(dying.health().getDetails()).containsKey("FINNHUB");
    }

    /** A started pipeline whose provider answers so, or has a bug where null. */
    private PollingHealth polling(@org.jspecify.annotations.Nullable Fetch answer) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Duration second = Duration.ofSeconds(1);
        RetrySettings retry = new RetrySettings(1, second, second, 1, second);
        Guards guards = Guards.of(
                retry,
                new BreakerSettings(10, 6, 60, second),
                meters,
                Ticks.ofMachine(),
                Clock.systemUTC(),
                new SplittableRandom(1));
        IngestPipeline pipeline = new IngestPipeline(
                List.of(new Symbol("AAPL")),
                0,
                retry,
                new PublishSettings(1, second, second),
                guards,
                new RawTopic(new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of()))),
                meters,
                Ticks.ofMachine(),
                Clock.systemUTC());
        pipeline.poll(
                new Provider() {
                    @Override
                    public Source source() {
                        return Source.FINNHUB;
                    }

                    @Override
                    public Fetch fetch(Symbol symbol) {
                        if (answer == null) {
                            throw new IllegalStateException("bug");
                        }
                        return answer;
                    }
                },
                new FinnhubSettings(true, "http://h", "k", null, second, second, 0, 0, 0, ZoneOffset.UTC));
        pipeline.start(endedByBug::incrementAndGet);
        return new PollingHealth(pipeline);
    }
}
