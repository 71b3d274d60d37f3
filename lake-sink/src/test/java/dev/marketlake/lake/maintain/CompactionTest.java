package dev.marketlake.lake.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.LogEntry;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.store.FaultyStore;
import dev.marketlake.lake.store.MortalStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.PassingStore.Operation;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A compaction could lose rows, double them or bring others in: by a crash, beside a live writer, through a file that is not what was written. */
class CompactionTest {
    private static final Packing ALL = new Packing(2, 1 << 20);
    private static final Retention SHORT = new Retention(Duration.ofHours(1), Duration.ofHours(1));

    /** Every second call, so that both moments together see every one. */
    private static final int STEP = 2;

    private final QuoteTable quotes = new QuoteTable();

    private Compaction.Report compact(ObjectStore by) throws StoreFailure {
        return new Compaction(by, () -> quotes.now, ALL).compact(Tables.RAW_QUOTES);
    }

    @Test
    void small_files_become_one_with_the_same_rows() throws StoreFailure {
        quotes.commit(0, 5);

        Compaction.Report report = compact(quotes.store);

        assertThat(report).isEqualTo(new Compaction.Report("bronze.raw_quotes", 5, 1, 5, 0));
        assertThat(quotes.state().files()).hasSize(1);
        assertThat(quotes.offsets()).isEqualTo(upTo(5));
        assertThat(quotes.state().watermark(QuoteTable.SOURCE)).hasValue(5);
        var log = quotes.lake(quotes.store).log(QuoteTable.FOLDER);
        LogEntry entry = log.entry(log.versions().getLast());
        assertThat(entry.operation()).isEqualTo("OPTIMIZE");
        assertThat(entry.positions()).isEmpty();
        assertThat(compact(quotes.store).before()).as("nothing left to do").isZero();
    }

    @Test
    void groups_are_cut_at_the_size_oldest_first_and_few_files_are_left_alone() throws StoreFailure {
        quotes.commit(0, 6);
        long one = quotes.state().files().iterator().next().bytes();

        assertThat(new Compaction(quotes.store, () -> quotes.now, new Packing(7, 1 << 20))
                        .compact(Tables.RAW_QUOTES)
                        .before())
                .isZero();
        new Compaction(quotes.store, () -> quotes.now, new Packing(2, one * 5 / 2)).compact(Tables.RAW_QUOTES);

        assertThat(quotes.state().files()).hasSize(2);
        for (LiveFile file : quotes.state().files()) {
            List<Long> offsets = quotes.offsets(List.of(file));
            assertThat(offsets).isIn(List.of(0L, 1L, 2L), List.of(3L, 4L, 5L));
        }
    }

    @Test
    void a_table_that_is_not_there_is_not_made() throws StoreFailure {
        assertThat(compact(quotes.store).before()).isZero();
        assertThat(quotes.store.keys()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = MortalStore.Moment.class,
            names = {"BEFORE", "AFTER"})
    void wherever_it_dies_the_table_stays_whole_and_a_vacuum_clears_up(MortalStore.Moment moment) throws StoreFailure {
        quotes.commit(0, 4);
        int calls = Integer.MAX_VALUE;
        for (int point = 1; point <= calls; point += STEP) {
            QuoteTable world = quotes.copy();
            MortalStore store = new MortalStore(world.store, point, moment);
            try {
                new Compaction(store, () -> world.now, ALL).compact(Tables.RAW_QUOTES);
                calls = store.calls();
            } catch (MortalStore.Crash dead) {
                // As wanted.
            }
            assertThat(world.offsets()).as("crash %s call %d", moment, point).isEqualTo(upTo(4));

            world.commit(4, 5);
            world.later(Duration.ofHours(2));
            new Vacuum(world.store, () -> world.now, SHORT).vacuum(Tables.RAW_QUOTES);
            assertThat(world.idle()).as("crash %s call %d", moment, point).isEmpty();
            assertThat(world.offsets()).isEqualTo(upTo(5));
        }
        assertThat(calls).isBetween(10, 100);
    }

    @Test
    void a_live_writer_that_rewrites_a_file_meanwhile_wins() throws StoreFailure {
        quotes.commit(0, 3);
        ObjectStore interrupted = beforeItsCommit(key -> {
            var table = quotes.open(quotes.store);
            var before = List.copyOf(table.state().files());
            TableChange change = quotes.change(quotes.store, 3);
            assertThat(table.commit(new TableChange(
                            change.adds(), before, Set.of(before.getFirst().partition()), change.progress())))
                    .isInstanceOf(CommitOutcome.Committed.class);
        });

        Compaction.Report report = compact(interrupted);

        assertThat(report.before()).isZero();
        assertThat(report.overtaken()).isEqualTo(1);
        assertThat(quotes.offsets()).containsExactly(3L);
    }

    @Test
    void a_live_writer_that_appends_meanwhile_loses_nothing() throws StoreFailure {
        quotes.commit(0, 3);

        compact(beforeItsCommit(key -> quotes.commit(3, 5)));

        assertThat(quotes.offsets()).isEqualTo(upTo(5));
        assertThat(quotes.state().watermark(QuoteTable.SOURCE)).hasValue(5);
    }

    @Test
    void a_writer_that_began_before_brings_its_rows_in_afterwards() throws StoreFailure {
        quotes.commit(0, 3);
        var table = quotes.open(quotes.store);
        TableChange change = quotes.change(quotes.store, 3);

        compact(quotes.store);

        assertThat(table.commit(change)).isInstanceOf(CommitOutcome.Committed.class);
        assertThat(quotes.offsets()).isEqualTo(upTo(4));
        assertThat(table.state().files()).hasSameElementsAs(quotes.state().files());
    }

    @Test
    void a_file_that_does_not_read_back_as_written_is_not_committed() throws StoreFailure {
        quotes.commit(0, 3);
        String other = QuoteTable.FOLDER + "/"
                + quotes.state().files().iterator().next().path();
        FaultyStore damaging = new FaultyStore(quotes.store);
        damaging.failOnce(
                Operation.GET,
                key -> key.endsWith(".parquet"),
                4,
                written -> quotes.store.put(written, quotes.store.get(other)));
        long version = quotes.state().version();

        assertThatThrownBy(() -> compact(damaging))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds 1 rows, and not the 3");

        assertThat(quotes.state().version()).isEqualTo(version);
        assertThat(quotes.offsets()).isEqualTo(upTo(3));
    }

    /** Somebody else does something right before the compaction puts its log entry. */
    private ObjectStore beforeItsCommit(FaultyStore.Answer deed) {
        FaultyStore store = new FaultyStore(quotes.store);
        store.failOnce(Operation.PUT_IF_ABSENT, key -> true, 1, deed);
        return store;
    }

    private static List<Long> upTo(long end) {
        return LongStream.range(0, end).boxed().toList();
    }
}
