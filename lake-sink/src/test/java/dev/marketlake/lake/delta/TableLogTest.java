package dev.marketlake.lake.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.lake.store.LocalStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.OwnBucket;
import dev.marketlake.lake.store.StoreFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a table's log says about its past, read beside Kernel. */
class TableLogTest {
    private static final String FOLDER = NumberedRows.SHAPE.folder();

    @RegisterExtension
    final OwnBucket bucket = new OwnBucket(LocalStore.freshBucket());

    private final ObjectStore store = bucket.store();
    private final DeltaLake lake = new DeltaLake(store, Clock.systemUTC());
    private final NumberedRows numbers = new NumberedRows(store);

    /** Two sources, one appended to and one rewritten, over two checkpoints. @return the table at each version */
    private List<TableState> fortyFiveVersions() throws StoreFailure {
        DeltaTable table = numbers.open();
        List<TableState> states = new ArrayList<>(List.of(table.state()));
        for (int i = 0; i < 45; i++) {
            TableChange change = i % 2 == 0
                    ? numbers.appending("^a", i / 2, i / 2 + 1)
                    : numbers.rewriting(table.state(), "b", i / 2, i / 2 + 1);
            assertThat(table.commit(change)).isInstanceOf(CommitOutcome.Committed.class);
            states.add(table.state());
        }
        return states;
    }

    @Test
    void every_version_says_what_it_did_and_later_ones_are_later() throws StoreFailure {
        fortyFiveVersions();

        TableLog log = lake.log(FOLDER);

        assertThat(log.versions()).hasSize(46);
        assertThat(log.versions()).extracting(TableLog.Version::number).isSorted();
        assertThat(log.versions())
                .extracting(TableLog.Version::committedAt)
                .isSorted()
                .doesNotHaveDuplicates();
        LogEntry append = log.entry(log.versions().get(3));
        assertThat(append.operation()).isEqualTo("STREAMING UPDATE");
        assertThat(append.rowsAdded()).isEqualTo(1);
        assertThat(append.removed()).isEmpty();
        assertThat(append.positions()).containsOnlyKeys("^a").containsEntry("^a", 2L);
        assertThat(append.added())
                .singleElement()
                .satisfies(file -> assertThat(file.path()).startsWith("source=%5Ea/"));
        LogEntry rewrite = log.entry(log.versions().get(4));
        assertThat(rewrite.removed()).hasSize(1);
        assertThat(rewrite.rowsAdded()).isEqualTo(2);
    }

    @Test
    void the_version_of_a_time_is_the_last_one_put_by_then() throws StoreFailure {
        fortyFiveVersions();
        TableLog log = lake.log(FOLDER);
        TableLog.Version seventh = log.versions().get(7);

        assertThat(log.at(seventh.committedAt())).contains(seventh);
        assertThat(log.at(seventh.committedAt().minusNanos(1)))
                .contains(log.versions().get(6));
        assertThat(log.at(log.versions().getFirst().committedAt().minusNanos(1)))
                .isEmpty();
    }

    @Test
    void the_memory_of_a_version_is_what_kernel_finds_there() throws StoreFailure {
        List<TableState> states = fortyFiveVersions();
        TableLog log = lake.log(FOLDER);

        for (int version : List.of(0, 1, 19, 20, 21, 45)) {
            LogMemory memory = log.memory(version);
            assertThat(memory.live())
                    .as("live at %d", version)
                    .isEqualTo(states.get(version).files().stream()
                            .map(LiveFile::path)
                            .collect(Collectors.toSet()));
            for (String source : List.of("^a", "b")) {
                assertThat(memory.positions().getOrDefault(source, -1L))
                        .as("%s at %d", source, version)
                        .isEqualTo(states.get(version).watermark(source).orElse(-1));
            }
        }
    }

    @Test
    void every_file_that_ever_left_is_named_with_the_time_of_its_version() throws StoreFailure {
        List<TableState> states = fortyFiveVersions();
        TableLog log = lake.log(FOLDER);
        Set<String> ever = states.stream()
                .flatMap(state -> state.files().stream())
                .map(LiveFile::path)
                .collect(Collectors.toSet());
        ever.removeAll(log.memory(45).live());

        Map<String, Instant> removals = log.removals();

        assertThat(removals.keySet()).isEqualTo(ever);
        assertThat(removals)
                .containsEntry(
                        states.get(6)
                                .files(NumberedRows.partition("b"))
                                .getFirst()
                                .path(),
                        log.versions().get(8).committedAt());
    }

    @Test
    void an_old_version_is_read_as_it_was() throws StoreFailure {
        List<TableState> states = fortyFiveVersions();

        TableState seventh = lake.read(FOLDER, 7).orElseThrow();

        assertThat(seventh.version()).isEqualTo(7);
        assertThat(seventh.files()).hasSameElementsAs(states.get(7).files());
        assertThatThrownBy(() -> lake.read(FOLDER, 77)).isInstanceOf(VersionGone.class);
        assertThat(lake.read("gold/nothing", 1)).isEmpty();
        assertThat(lake.log("gold/nothing").versions()).isEmpty();
    }
}
