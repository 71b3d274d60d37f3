package dev.marketlake.lake.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.store.FaultyStore;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.PassingStore.Operation;
import dev.marketlake.lake.store.StoreFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint is due, and one call of the store fails while it is made: whoever loads the table afterwards finds all of it. */
class CheckpointFaultsTest {
    private static final int SOURCES = 3;

    @ParameterizedTest
    @ValueSource(ints = {20, 40})
    void a_read_that_fails_while_a_checkpoint_is_made_loses_nothing(int due) throws StoreFailure {
        everyCall(Operation.GET, due);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40})
    void a_write_that_fails_while_a_checkpoint_is_made_loses_nothing(int due) throws StoreFailure {
        everyCall(Operation.PUT, due);
    }

    /** @param due version whose commit makes a checkpoint */
    private static void everyCall(Operation operation, int due) throws StoreFailure {
        MemoryObjectStore before = written(due - 1);
        int calls = Integer.MAX_VALUE;
        for (int nth = 1; nth <= calls; nth++) {
            MemoryObjectStore disk = before.copy();
            FaultyStore store = new FaultyStore(disk);
            NumberedRows rows = new NumberedRows(store);
            DeltaTable table = rows.open();
            TableChange change = rows.appending(source(due), base(due), base(due) + 1);
            store.failOnce(operation, key -> key.contains("_delta_log"), nth, FaultyStore::unavailable);

            assertThat(table.commit(change)).isInstanceOf(CommitOutcome.Committed.class);

            calls = store.calls() < nth ? 0 : calls;
            holdsEverything(disk, due, operation + " " + nth);
        }
    }

    /** A table of {@code versions} commits, each with one file of one of a few sources. */
    private static MemoryObjectStore written(int versions) throws StoreFailure {
        MemoryObjectStore store = new MemoryObjectStore();
        NumberedRows rows = new NumberedRows(store);
        DeltaTable table = rows.open();
        for (int version = 1; version <= versions; version++) {
            table.commit(rows.appending(source(version), base(version), base(version) + 1));
        }
        return store;
    }

    private static String source(int version) {
        return "s" + version % SOURCES;
    }

    /** How many versions before this one had the same source. */
    private static long base(int version) {
        return (version - 1) / SOURCES;
    }

    private static void holdsEverything(MemoryObjectStore disk, int versions, String what) throws StoreFailure {
        NumberedRows rows = new NumberedRows(disk);
        TableState state = rows.open().state();
        assertThat(state.version()).as(what).isEqualTo(versions);
        for (int version = versions; version > versions - SOURCES; version--) {
            long next = base(version) + 1;
            assertThat(rows.numbers(state.files(), source(version)))
                    .as("%s, files of %s", what, source(version))
                    .isEqualTo(NumberedRows.upTo(next));
            assertThat(state.watermark(source(version)))
                    .as("%s, position of %s", what, source(version))
                    .hasValue(next);
        }
    }
}
