package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.LakeContents;
import dev.marketlake.lake.content.OneLook;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** All checks, on a lake as it is right now. Needs neither Kafka nor Spring. Not for several threads. */
public final class Quality implements AutoCloseable {
    private final ObjectStore store;
    private final LakeContents contents;
    private final InstantSource clock;
    private final Checker checker = new Checker();

    /** @param store closed with this */
    public Quality(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.contents = new LakeContents(store, new DeltaLake(store, clock));
        this.clock = clock;
    }

    /** Does not talk to the store yet. */
    public static Quality open(StoreSettings settings, InstantSource clock) {
        return new Quality(MinioObjectStore.of(settings), clock);
    }

    /**
     * What a check found.
     *
     * @param outcome PASSED, FAILED or UNDECIDED
     * @param severity WARN, QUARANTINE or BLOCK
     * @param measured in the unit of the check, seconds for freshness; null where there is no number
     * @param version of the table looked at; null where there is none
     */
    public record Verdict(
            String table,
            String check,
            String severity,
            String outcome,
            @Nullable Double measured,
            String message,
            List<String> samples,
            @Nullable Long version) {
        static Verdict of(Finding finding) {
            OptionalLong version = finding.version();
            return new Verdict(
                    finding.check().table(),
                    finding.check().name(),
                    finding.check().severity().name(),
                    finding.outcome().name(),
                    finding.measured(),
                    finding.message(),
                    finding.samples(),
                    version.isPresent() ? version.getAsLong() : null);
        }

        public boolean failed() {
            return outcome.equals(Finding.Outcome.FAILED.name());
        }
    }

    /** Runs the checks of one table, or of all. @throws StoreFailure where the store gives no answer */
    public List<Verdict> run(QualityConfig config, Optional<String> table) throws StoreFailure {
        List<Check> checks = config.checks().stream()
                .filter(check -> table.isEmpty() || table.get().equals(check.table()))
                .toList();
        List<Verdict> verdicts = new ArrayList<>();
        Contents now = new OneLook(contents);
        checker.begin();
        checker.read(checks, now);
        for (Check check : checks) {
            verdicts.add(Verdict.of(checker.judge(check, now.of(check.table()), now, clock.instant())));
        }
        return verdicts;
    }

    @Override
    public void close() {
        store.close();
    }
}
