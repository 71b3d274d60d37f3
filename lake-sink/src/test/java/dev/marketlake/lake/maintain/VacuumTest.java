package dev.marketlake.lake.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.FaultyStore;
import dev.marketlake.lake.store.MortalStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.PassingStore.Operation;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vacuum could take a file that somebody reads, that a snapshot holds, or that is about to be committed. */
class VacuumTest {
    private static final Retention DAY = new Retention(Duration.ofDays(1), Duration.ofHours(2));

    /** Every second call, so that both moments together see every one. */
    private static final int STEP = 2;

    private final QuoteTable quotes = new QuoteTable();

    private Vacuum.Report vacuum(ObjectStore by) throws StoreFailure {
        return new Vacuum(by, () -> quotes.now, DAY).vacuum(Tables.RAW_QUOTES);
    }

    /** Five files that one replaces, at the present time. */
    private void compacted() throws StoreFailure {
        quotes.commit(0, 5);
        new Compaction(quotes.store, () -> quotes.now, new Packing(2, 1 << 20)).compact(Tables.RAW_QUOTES);
    }

    @Test
    void files_that_left_before_the_retention_go_and_nothing_else() throws StoreFailure {
        compacted();
        quotes.later(Duration.ofHours(23));
        TableState older = quotes.lake(quotes.store).read(QuoteTable.FOLDER, 5).orElseThrow();

        assertThat(vacuum(quotes.store).retired()).isZero();
        assertThat(quotes.offsets(older.files()))
                .as("a reader of an older version")
                .isEqualTo(upTo(5));

        quotes.later(Duration.ofHours(2));
        Vacuum.Report looked = new Vacuum(quotes.store, () -> quotes.now, DAY).look(Tables.RAW_QUOTES);
        assertThat(looked.retired()).isEqualTo(5);
        assertThat(quotes.idle()).as("a look takes nothing").hasSize(5).containsAll(looked.first());

        assertThat(vacuum(quotes.store)).isEqualTo(looked);
        assertThat(quotes.idle()).isEmpty();
        assertThat(quotes.offsets()).isEqualTo(upTo(5));
    }

    @Test
    void what_a_named_snapshot_holds_stays_until_it_is_dropped() throws StoreFailure {
        quotes.commit(0, 5);
        var snapshots = new NamedSnapshots(quotes.store, () -> quotes.now);
        NamedSnapshot snapshot = snapshots.create("before-the-merge");
        new Compaction(quotes.store, () -> quotes.now, new Packing(2, 1 << 20)).compact(Tables.RAW_QUOTES);
        quotes.later(Duration.ofDays(100));

        assertThat(vacuum(quotes.store).retired()).isZero();
        TableState then = quotes.lake(quotes.store)
                .read(
                        QuoteTable.FOLDER,
                        Objects.requireNonNull(snapshot.tables().get("bronze.raw_quotes")))
                .orElseThrow();
        assertThat(quotes.offsets(then.files())).isEqualTo(upTo(5));
        assertThatThrownBy(() -> snapshots.create("before-the-merge")).isInstanceOf(StoreFailure.AlreadyExists.class);
        assertThatThrownBy(() -> snapshots.create("../x")).isInstanceOf(InvalidConfig.class);
        assertThat(snapshots.list()).containsExactly(snapshot);

        assertThat(snapshots.drop("before-the-merge")).isTrue();
        assertThat(snapshots.drop("before-the-merge")).isFalse();
        assertThat(vacuum(quotes.store).retired()).isEqualTo(5);
    }

    @Test
    void an_orphan_goes_once_it_is_old_enough() throws StoreFailure {
        quotes.commit(0, 2);
        quotes.change(quotes.store, 2);
        quotes.later(Duration.ofMinutes(119));
        assertThat(vacuum(quotes.store).orphans()).isZero();

        quotes.later(Duration.ofMinutes(2));
        assertThat(vacuum(quotes.store).orphans()).isEqualTo(1);
        assertThat(quotes.idle()).isEmpty();
        assertThat(quotes.offsets()).isEqualTo(upTo(2));
    }

    @Test
    void a_writer_that_comes_back_after_its_files_went_does_not_commit_them() throws StoreFailure {
        quotes.commit(0, 2);
        DeltaTable paused = quotes.open(quotes.store);
        TableChange change = quotes.change(quotes.store, 2);
        quotes.later(Duration.ofHours(3));
        assertThat(vacuum(quotes.store).orphans()).isEqualTo(1);

        assertThat(paused.commit(change)).isInstanceOf(CommitOutcome.Conflict.class);

        assertThat(quotes.offsets()).isEqualTo(upTo(2));
        assertThat(paused.commit(quotes.change(quotes.store, 2))).isInstanceOf(CommitOutcome.Committed.class);
        assertThat(quotes.offsets()).isEqualTo(upTo(3));
    }

    @Test
    void a_put_that_was_on_its_way_all_the_time_is_lost() throws StoreFailure {
        quotes.commit(0, 2);
        FaultyStore slow = new FaultyStore(quotes.store);
        DeltaTable writer = quotes.open(slow);
        TableChange change = quotes.change(slow, 2);
        slow.failOnce(Operation.PUT_IF_ABSENT, key -> true, 1, entry -> {
            quotes.later(Duration.ofHours(3));
            assertThat(vacuum(quotes.store).orphans()).isEqualTo(1);
        });

        assertThat(writer.commit(change)).isInstanceOf(CommitOutcome.Conflict.class);

        assertThat(quotes.offsets()).isEqualTo(upTo(2));
    }

    @Test
    void a_commit_that_lands_while_orphans_are_listed_keeps_its_files() throws StoreFailure {
        quotes.commit(0, 2);
        DeltaTable writer = quotes.open(quotes.store);
        TableChange change = quotes.change(quotes.store, 2);
        quotes.later(Duration.ofMinutes(29));
        FaultyStore store = new FaultyStore(quotes.store);
        // The writer's put is sent in time, and arrives when the vacuum has found its file to be an orphan.
        store.failOnce(Operation.PUT_IF_ABSENT, key -> true, 1, entry -> {
            assertThat(writer.commit(change)).isInstanceOf(CommitOutcome.Committed.class);
            quotes.later(Duration.ofHours(3));
        });
        var late = new Vacuum(store, () -> quotes.now.plus(Duration.ofHours(3)), DAY);

        assertThat(late.vacuum(Tables.RAW_QUOTES).orphans()).isZero();

        assertThat(quotes.offsets()).isEqualTo(upTo(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = MortalStore.Moment.class,
            names = {"BEFORE", "AFTER"})
    void wherever_it_dies_the_table_stays_whole_and_the_next_one_ends_it(MortalStore.Moment moment)
            throws StoreFailure {
        compacted();
        quotes.change(quotes.store, 5);
        quotes.later(Duration.ofDays(2));
        int calls = Integer.MAX_VALUE;
        for (int point = 1; point <= calls; point += STEP) {
            QuoteTable world = quotes.copy();
            MortalStore store = new MortalStore(world.store, point, moment);
            try {
                new Vacuum(store, () -> world.now, DAY).vacuum(Tables.RAW_QUOTES);
                calls = store.calls();
            } catch (MortalStore.Crash dead) {
                // As wanted.
            }
            assertThat(world.offsets()).as("crash %s call %d", moment, point).isEqualTo(upTo(5));

            new Vacuum(world.store, () -> world.now, DAY).vacuum(Tables.RAW_QUOTES);
            assertThat(world.idle()).isEmpty();
            assertThat(world.offsets()).isEqualTo(upTo(5));
        }
        assertThat(calls).isBetween(10, 100);
    }

    @Test
    void a_retention_that_the_log_does_not_reach_is_refused() throws StoreFailure {
        quotes.commit(0, 45);
        quotes.lake(quotes.store).expireLog(QuoteTable.FOLDER, quotes.now, Set.of());
        quotes.change(quotes.store, 45);
        quotes.later(Duration.ofHours(3));

        assertThatThrownBy(() -> vacuum(quotes.store))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give a shorter retention");
    }

    @Test
    void orphans_are_kept_for_longer_than_a_commit_may_take() {
        assertThatThrownBy(() -> new Retention(Duration.ofDays(1), Duration.ofMinutes(59)))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("PT1H");
    }

    private static List<Long> upTo(long end) {
        return LongStream.range(0, end).boxed().toList();
    }
}
