package dev.marketlake.lake.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.FollowedFile;
import dev.marketlake.events.CheckResult;
import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.Portion;
import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.table.LakeConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityMonitorTest {
    private static final Instant BEGAN = Instant.parse("2026-11-20T18:00:00Z");

    @TempDir
    private Path folder;

    private final List<Duration> looks = new ArrayList<>();
    private Instant now = BEGAN;
    private Duration takes = Duration.ZERO;
    private QualityMonitor monitor;

    @BeforeEach
    void follow() throws IOException {
        Path file = Files.writeString(
                folder.resolve("quality.yml"), "every: PT1M\nchecks for silver.bars:\n  - row_count > 0\n");
        var config =
                Optional.of(new FollowedFile<>(file, text -> QualityFile.config(file, text, LakeConfig.defaults())));
        Contents slow = new SlowStore();
        var told = new Nobody();
        monitor = new QualityMonitor(
                config,
                slow,
                new QualityGate(slow, QualityConfig::none, told, () -> now),
                told,
                () -> false,
                SoundLook.UNHEARD,
                new SimpleMeterRegistry(),
                () -> now);
    }

    @Test
    void it_looks_as_often_as_it_is_told_to() {
        takes = Duration.ofSeconds(12);
        tickUntil(Duration.ofSeconds(130));
        assertThat(looks).containsExactly(Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(120));
    }

    @Test
    void a_look_that_takes_long_is_followed_by_four_times_as_much_rest() {
        takes = Duration.ofSeconds(20);
        tickUntil(Duration.ofSeconds(130));
        assertThat(looks).containsExactly(Duration.ZERO, Duration.ofSeconds(100));
    }

    @Test
    void a_store_that_is_slow_does_not_put_the_next_look_off_for_hours() {
        takes = Duration.ofMinutes(5);
        tickUntil(Duration.ofMinutes(11));
        assertThat(looks).containsExactly(Duration.ZERO, Duration.ofMinutes(10));
    }

    private void tickUntil(Duration end) {
        while (now.isBefore(BEGAN.plus(end))) {
            monitor.tick();
            now = now.plusSeconds(1);
        }
    }

    private final class SlowStore implements Contents {
        @Override
        public Optional<TableContent> of(String table) {
            looks.add(Duration.between(BEGAN, now));
            now = now.plus(takes);
            return Optional.empty();
        }

        @Override
        public Portion portion(String table, LiveFile file) {
            throw new AssertionError("no table, no file");
        }
    }

    private static final class Nobody implements Results {
        @Override
        public void tell(CheckResult result) {}

        @Override
        public void settle() {}
    }
}
