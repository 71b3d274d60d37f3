package dev.marketlake.lake.quality;

import dev.marketlake.config.FollowedFile;
import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.OneLook;
import dev.marketlake.lake.content.ReadingPace;
import dev.marketlake.lake.quality.Quality.Verdict;
import dev.marketlake.lake.store.StoreFailure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the tables every so often, and at config/quality.yml every second. Each sink looks for itself, because each holds its own
 * commits; one of them tells what was found. One thread runs it; its last look is for any.
 */
public final class QualityMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QualityMonitor.class);
    private static final long TICK_SECONDS = 1;

    private final Optional<FollowedFile<QualityConfig>> file;
    private final Contents contents;
    private final QualityGate gate;
    private final Results results;
    private final BooleanSupplier elected;
    private final SoundLook sound;
    private final MultiGauge failed;
    private final InstantSource clock;
    private final Checker checker = new Checker();
    private final Findings findings = new Findings();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Instant next = Instant.EPOCH;
    private QualityConfig looked = QualityConfig.none();
    private volatile List<Verdict> verdicts = List.of();

    QualityMonitor(
            Optional<FollowedFile<QualityConfig>> file,
            Contents contents,
            QualityGate gate,
            Results results,
            BooleanSupplier elected,
            SoundLook sound,
            MeterRegistry meters,
            InstantSource clock) {
        this.file = file;
        this.contents = contents;
        this.gate = gate;
        this.results = results;
        this.elected = elected;
        this.sound = sound;
        this.failed = MultiGauge.builder("marketlake.quality.failed")
                .description("1 where a quality check does not pass.")
                .register(meters);
        this.clock = clock;
    }

    /** Begins; returns at once. */
    public void start() {
        Thread.ofPlatform().name("quality").daemon(true).start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(TICK_SECONDS, TimeUnit.SECONDS)) {
                tick();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks where it is time to, and tells what is new. */
    public void tick() {
        file.ifPresent(FollowedFile::look);
        QualityConfig config = file.map(FollowedFile::get).orElseGet(QualityConfig::none);
        Instant now = clock.instant();
        try {
            boolean looks = !config.equals(looked) || !now.isBefore(next);
            boolean nothingBlocks = looks && nothingBlocks(look(config, now));
            tellHolds(config, now);
            results.settle();
            if (nothingBlocks && elected.getAsBoolean()) {
                sound.at(now);
            }
        } catch (StoreFailure | KafkaException e) {
            LOG.warn("quality checks wait: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("quality checks failed and are tried again", e);
        }
    }

    /** A table that was released although its check fails is no longer held, and not sound either. */
    private boolean nothingBlocks(List<Finding> found) {
        return gate.holds().isEmpty()
                && found.stream()
                        .noneMatch(
                                finding -> finding.failed() && finding.check().severity() == Severity.BLOCK);
    }

    private List<Finding> look(QualityConfig config, Instant now) throws StoreFailure {
        // One that fails is tried again as late as that.
        next = now.plus(config.every());
        Contents look = new OneLook(contents);
        List<Finding> found = new ArrayList<>();
        checker.begin();
        checker.read(config.checks(), look);
        for (Check check : config.checks()) {
            found.add(checker.judge(check, look.of(check.table()), look, now));
        }
        next = now.plus(new ReadingPace(config.every()).untilNext(Duration.between(now, clock.instant())));
        looked = config;
        gate.above(QualityGate.heldBy(found));
        verdicts = found.stream().map(Verdict::of).toList();
        failed.register(
                found.stream()
                        .map(finding -> MultiGauge.Row.of(
                                Tags.of(
                                        "table", finding.check().table(),
                                        "check", finding.check().name(),
                                        "severity", finding.check().severity().name()),
                                finding.failed() ? 1 : 0))
                        .toList(),
                true);
        if (elected.getAsBoolean()) {
            findings.news(found, config.version(), now).forEach(results::tell);
        }
        return found;
    }

    private void tellHolds(QualityConfig config, Instant now) {
        findings.news(gate.holds(), config.version(), now).forEach(results::tell);
    }

    /** What was found last. */
    public List<Verdict> verdicts() {
        return verdicts;
    }

    /** What is wrong with config/quality.yml as it is now; empty where its checks are in force. */
    public Optional<String> refusal() {
        return file.flatMap(FollowedFile::refusal);
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
