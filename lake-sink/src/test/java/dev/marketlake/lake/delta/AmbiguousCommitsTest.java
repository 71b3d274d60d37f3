package dev.marketlake.lake.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.store.FaultyProxy;
import dev.marketlake.lake.store.FaultyProxy.Fault;
import dev.marketlake.lake.store.LocalStore;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Puts of the log whose outcome the client cannot know, on a real store behind a faulty network; silence costs time, the laws have it. */
class AmbiguousCommitsTest {
    private static final int COMMITS = 25;

    private enum Way {
        APPEND,
        REWRITE
    }

    private static final class Weather {
        private final Random chance;
        private final double share;
        private final Fault only;
        private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);

        Weather(long seed, double share, Fault only) {
            this.chance = new Random(seed);
            this.share = share;
            this.only = only;
        }

        synchronized Fault on(String method, String path) {
            boolean commit = method.equals("PUT") && path.endsWith(".json") && path.contains("_delta_log");
            // Version 0 makes the table, before the test begins.
            if (!commit || path.contains("00000000000000000000") || chance.nextDouble() > share) {
                return Fault.NONE;
            }
            Fault fault =
                    only == Fault.NONE ? Fault.values()[1 + chance.nextInt(Fault.DONE_AND_SILENT.ordinal() - 1)] : only;
            happened.merge(fault, 1, Integer::sum);
            return fault;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "DONE_AND_SILENT"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatever_the_network_does_to_commits_every_row_is_there_once(Fault fault) throws Exception {
        everyRowIsThereOnce(new Weather(7, 0.5, fault), Way.APPEND, 12);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void seeded_faults_leave_every_row_once_and_no_gap_in_the_versions(Way way) throws Exception {
        everyRowIsThereOnce(new Weather(1, 0.3, Fault.NONE), way, COMMITS);
    }

    private static void everyRowIsThereOnce(Weather weather, Way way, int commits) throws IOException, StoreFailure {
        StoreSettings direct = LocalStore.freshBucket();
        try (MinioObjectStore safe = MinioObjectStore.of(direct);
                FaultyProxy proxy = FaultyProxy.before(direct.endpoint(), weather::on);
                MinioObjectStore store = MinioObjectStore.of(through(proxy, direct))) {
            safe.ensureBucket();
            NumberedRows rows = new NumberedRows(store);
            DeltaTable table = rows.open();
            long landed = 0;
            long versions = 0;
            for (int commit = 0; commit < commits; commit++) {
                long next = landed + 1 + weather.chance.nextInt(3);
                long before = landed;
                landed = commit(rows, table, way, landed, next);
                versions += landed > before ? 1 : 0;
            }

            NumberedRows seen = new NumberedRows(safe);
            TableState state = seen.open().state();
            assertThat(weather.happened).as("faults that happened").isNotEmpty();
            assertThat(state.watermark("s")).hasValue(landed);
            assertThat(seen.numbers(state.files(), "s")).isEqualTo(NumberedRows.upTo(landed));
            assertThat(state.version()).as("one version per commit").isEqualTo(versions);
            assertThat(seen.versions()).isEqualTo(NumberedRows.upTo(state.version() + 1));
            assertThat(table.state().files()).hasSameElementsAs(state.files());
        }
    }

    /** As the sink does: what is not known is asked again with the same change, what is lost is read again from the watermark. */
    private static long commit(NumberedRows rows, DeltaTable table, Way way, long from, long next) throws StoreFailure {
        TableChange change =
                way == Way.APPEND ? rows.appending("s", from, next) : rows.rewriting(table.state(), "s", from, next);
        while (true) {
            switch (table.commit(change)) {
                case CommitOutcome.Committed done -> {
                    return next;
                }
                case CommitOutcome.AlreadyCommitted done -> {
                    return next;
                }
                case CommitOutcome.Conflict lost -> {
                    return lost.state().watermark("s").orElse(0);
                }
                case CommitOutcome.Unknown unknown -> {}
            }
        }
    }

    private static StoreSettings through(FaultyProxy proxy, StoreSettings direct) {
        return new StoreSettings(
                proxy.endpoint(),
                direct.accessKey(),
                direct.secretKey(),
                direct.region(),
                direct.bucket(),
                Duration.ofSeconds(20));
    }
}
