package dev.marketlake.proofs.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.query.LakeAccess;
import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.allinone.watch.DrainWait;
import dev.marketlake.allinone.watch.Drained;
import dev.marketlake.allinone.watch.SuiteWatch;
import dev.marketlake.lake.store.MinioServer;
import dev.marketlake.simulator.SimulatedExchange;
import dev.marketlake.simulator.SimulatorSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journey on the images that docker-compose.yml names. Skipped at once where no Docker answers, and where it has no images. */
class ContainerJourneyTest {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    @TempDir
    Path folder = Path.of("");

    @Test
    void recorded_bars_arrive_whole_on_the_images_of_the_compose_file() throws Exception {
        assumeTrue(MinioServer.dockerAnswers(), "no Docker answers here, or one that has no images");
        var recorded = GeneratedFolder.in(folder.resolve("recorded"), 3, 1);
        var files = RecordedFolder.read(recorded);
        try (var backing = ComposeImages.start();
                var exchange = SimulatedExchange.start(
                        SimulatorSettings.of(Map.of("port", "0", "recorded", recorded.toString())));
                var services = new ContainerServices(Home.find().root(), folder, files.symbols());
                var cache =
                        LakeAccess.of(MinioServer.bucket(backing.minio(), "market-lake"), folder.resolve("cache"))) {
            var endpoints = services.start(backing, exchange.url().toString());

            var drained = untilDrained(endpoints);

            assertThat(drained.ingest().failedForGood()).isEmpty();
            var valid = BarCheck.run(files, cache.lake());
            assertThat(RollUpCheck.run(valid.values(), cache.lake()).days()).isEqualTo(3);
            LedgerCheck.run(drained, cache.lake());
        }
    }

    private static Drained untilDrained(Endpoints endpoints) throws InterruptedException {
        try (var watch = new SuiteWatch(endpoints, Clock.systemUTC())) {
            var wait = new DrainWait(watch, Clock.systemUTC());
            Optional<Drained> drained = wait.look();
            while (drained.isEmpty()) {
                new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                drained = wait.look();
            }
            return drained.get();
        }
    }
}
