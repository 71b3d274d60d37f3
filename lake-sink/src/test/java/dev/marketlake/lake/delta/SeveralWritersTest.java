package dev.marketlake.lake.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** More than one writer at one table. */
class SeveralWritersTest {
    private final MemoryObjectStore store = new MemoryObjectStore();
    private final NumberedRows rows = new NumberedRows(store);

    @Test
    void a_zombie_that_wakes_up_after_another_took_over_loses() throws StoreFailure {
        DeltaTable zombie = rows.open();
        TableChange stale = rows.appending("s", 0, 50);
        DeltaTable owner = rows.open();
        owner.commit(rows.appending("s", 0, 100));

        assertThat(zombie.commit(stale)).isInstanceOf(CommitOutcome.Conflict.class);

        assertThat(rows.numbers(rows.open().state().files(), "s")).isEqualTo(NumberedRows.upTo(100));
    }

    @Test
    void an_owner_finds_that_a_zombie_committed_part_of_its_range_and_goes_back() throws StoreFailure {
        DeltaTable owner = rows.open();
        TableChange overlapping = rows.appending("s", 0, 100);
        rows.open().commit(rows.appending("s", 0, 50));

        assertThat(owner.commit(overlapping))
                .isInstanceOfSatisfying(
                        CommitOutcome.Conflict.class,
                        lost -> assertThat(watermark(lost.state())).isEqualTo(50));

        assertThat(rows.numbers(rows.open().state().files(), "s")).isEqualTo(NumberedRows.upTo(50));
    }

    @Test
    void two_writers_with_the_same_range_are_one_commit() throws StoreFailure {
        DeltaTable one = rows.open();
        DeltaTable other = rows.open();
        TableChange same = rows.appending("s", 0, 10);
        one.commit(rows.appending("s", 0, 10));

        assertThat(other.commit(same)).isInstanceOf(CommitOutcome.AlreadyCommitted.class);

        assertThat(rows.numbers(rows.open().state().files(), "s")).isEqualTo(NumberedRows.upTo(10));
    }

    @Test
    void an_append_into_a_partition_being_rewritten_is_seen() throws StoreFailure {
        DeltaTable rewriter = rows.open();
        rewriter.commit(rows.appending("s", 0, 10));
        TableChange rewrite = new TableChange(
                rows.rewriting(rewriter.state(), "s", 10, 20).adds(),
                rewriter.state().files(NumberedRows.partition("s")),
                java.util.Set.of(NumberedRows.partition("s")),
                List.of(new Progress("other", java.util.OptionalLong.empty(), 1)));
        rows.open().commit(rows.appending("s", 10, 12));

        assertThat(rewriter.commit(rewrite)).isInstanceOf(CommitOutcome.Conflict.class);

        assertThat(rows.numbers(rows.open().state().files(), "s")).isEqualTo(NumberedRows.upTo(12));
    }

    @Test
    void writers_of_different_sources_all_land_and_versions_have_no_gap() throws Exception {
        int writers = 4;
        int commits = 25;
        rows.open();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            String source = "s" + i;
            tasks.add(() -> write(source, commits));
        }
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (Future<Integer> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isEqualTo(commits);
            }
        }

        TableState state = rows.open().state();
        for (int i = 0; i < writers; i++) {
            assertThat(rows.numbers(state.files(), "s" + i)).isEqualTo(NumberedRows.upTo(commits));
        }
        assertThat(rows.versions()).isEqualTo(NumberedRows.upTo(writers * commits + 1L));
    }

    private int write(String source, int commits) throws StoreFailure {
        DeltaTable table = rows.open();
        int landed = 0;
        while (landed < commits) {
            TableChange change = rows.rewriting(table.state(), source, landed, landed + 1);
            CommitOutcome outcome = table.commit(change);
            for (int again = 0; outcome instanceof CommitOutcome.Unknown && again < 100; again++) {
                outcome = table.commit(change);
            }
            if (!(outcome instanceof CommitOutcome.Committed)) {
                throw new AssertionError(source + " " + landed + ": " + outcome);
            }
            landed++;
        }
        return landed;
    }

    private static long watermark(TableState state) {
        try {
            return state.watermark("s").orElse(-1);
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }
}
