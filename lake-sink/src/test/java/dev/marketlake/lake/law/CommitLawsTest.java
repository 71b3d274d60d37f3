package dev.marketlake.lake.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.law.AmbiguousCommits.Setting;
import dev.marketlake.lake.store.LocalStore;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.StoreProbe;
import dev.marketlake.lake.store.StoreProbe.Verdict;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws of the commits on a few seeds, and that each notices what it is there to notice; the proofs try thousands. */
class CommitLawsTest {
    private static final Setting A_FIFTH = new Setting(30, 0.2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void commits_through_a_failing_network_leave_every_row_once_and_skip_no_version(long seed) throws Exception {
        Trial trial = AmbiguousCommits.trial(seed, A_FIFTH, Control.NONE, LocalStore.freshBucket());

        assertThat(trial.difference()).isEmpty();
        assertThat(trial.commits()).isEqualTo(30);
        assertThat(trial.events()).isNotEmpty();
    }

    @Test
    void without_the_txn_check_commits_through_a_failing_network_are_not_what_they_must_be() throws Exception {
        assertThat(AmbiguousCommits.trial(2, A_FIFTH, Control.NO_TXN_CHECK, LocalStore.freshBucket())
                        .difference())
                .isPresent();
    }

    static Stream<Arguments> points() {
        return Arrays.stream(CrashPoint.values())
                .flatMap(point -> LongStream.rangeClosed(1, 3).mapToObj(seed -> Arguments.of(point, seed)));
    }

    @ParameterizedTest
    @MethodSource("points")
    void a_table_ends_the_same_wherever_its_sink_dies(CrashPoint point, long seed) throws Exception {
        assertThat(CrashPoints.trial(point, seed, Control.NONE, new MemoryObjectStore())
                        .difference())
                .isEmpty();
    }

    @Test
    void without_the_txn_check_a_sink_that_died_doubles_rows() throws Exception {
        assertThat(CrashPoints.trial(
                                CrashPoint.AFTER_COMMIT_BEFORE_ITS_REPLY,
                                2,
                                Control.NO_TXN_CHECK,
                                new MemoryObjectStore())
                        .difference())
                .hasValueSatisfying(told -> assertThat(told).contains("twice"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void a_sink_that_stood_still_while_another_took_over_does_no_harm(long seed) throws Exception {
        Trial trial = Takeovers.trial(seed, 5, Control.NONE, new MemoryObjectStore());

        assertThat(trial.difference()).isEmpty();
        assertThat(trial.events().get("FENCED"))
                .as("sinks that dropped what they held")
                .isGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(value = Control.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void with_a_safeguard_taken_away_a_sink_that_stood_still_does_harm(Control control) throws Exception {
        assertThat(Takeovers.trial(2, 5, control, new MemoryObjectStore()).difference())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void writers_a_backfill_and_a_compaction_at_one_table_lose_nothing_and_skip_no_version(long seed) throws Exception {
        try (MinioObjectStore store = MinioObjectStore.of(LocalStore.freshBucket())) {
            store.ensureBucket();

            Trial trial = Contention.trial(seed, new Contention.Setting(4, 60), Control.NONE, store);

            assertThat(trial.difference()).isEmpty();
            assertThat(trial.commits()).isEqualTo(60 + trial.events().getOrDefault("COMPACTIONS", 0));
        }
    }

    @Test
    void a_store_that_ignores_conditions_loses_rows_and_is_what_the_probe_refuses() throws Exception {
        MemoryObjectStore store = new MemoryObjectStore();

        assertThat(new StoreProbe(Control.NO_PROBE.before(store)).verdict()).isInstanceOf(Verdict.Unsafe.class);
        assertThat(Contention.trial(2, new Contention.Setting(4, 40), Control.NO_PROBE, store)
                        .difference())
                .isPresent();
    }
}
