package dev.marketlake.lake.delta;

import static dev.marketlake.lake.delta.Standing.FREE;
import static dev.marketlake.lake.delta.Standing.LANDED;
import static dev.marketlake.lake.delta.Standing.OVERTAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.delta.TableState.TypedColumn;
import dev.marketlake.lake.store.StoreFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The truth table of {@link Standing}, line by line. */
class StandingTest {
    private static final Partition AAPL = new Partition(Map.of("symbol", "AAPL"));
    private static final Partition MSFT = new Partition(Map.of("symbol", "MSFT"));
    private static final LiveFile OLD = new LiveFile("symbol=AAPL/old", AAPL, 10, 1);
    private static final LiveFile OTHER = new LiveFile("symbol=AAPL/other", AAPL, 10, 1);
    private static final LiveFile ELSEWHERE = new LiveFile("symbol=MSFT/file", MSFT, 10, 1);

    /** From 100 to 200 in partition 0, from nothing to 7 in partition 1; rewrites AAPL, which had OLD. */
    private static final TableChange CHANGE = new TableChange(
            List.of(),
            List.of(OLD),
            Set.of(AAPL),
            List.of(new Progress("t-0", OptionalLong.of(100), 200), new Progress("t-1", OptionalLong.empty(), 7)));

    private static final List<TypedColumn> COLUMNS = List.of(new TypedColumn("symbol", "string"));

    private static Standing standing(Map<String, Long> watermarks, LiveFile... files) throws StoreFailure {
        return Standing.of(CHANGE, COLUMNS, new Logged(watermarks, List.of(files), COLUMNS));
    }

    @Test
    void at_base_with_the_files_it_saw_the_change_is_free_to_commit() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 100L), OLD)).isEqualTo(FREE);
    }

    @Test
    void files_of_other_partitions_do_not_matter() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 100L), OLD, ELSEWHERE)).isEqualTo(FREE);
    }

    @Test
    void at_next_of_all_sources_the_change_has_landed_whatever_the_files_are() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 200L, "t-1", 7L), OTHER)).isEqualTo(LANDED);
    }

    @Test
    void a_file_replaced_by_somebody_else_overtakes_it() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 100L), OTHER)).isEqualTo(OVERTAKEN);
    }

    @Test
    void a_file_added_by_somebody_else_overtakes_it() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 100L), OLD, OTHER)).isEqualTo(OVERTAKEN);
    }

    @Test
    void a_file_gone_overtakes_it() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 100L))).isEqualTo(OVERTAKEN);
    }

    @Test
    void part_of_the_range_committed_by_a_zombie_overtakes_it() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 150L), OLD)).isEqualTo(OVERTAKEN);
    }

    @Test
    void a_watermark_beyond_the_range_overtakes_it() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 300L, "t-1", 7L), OLD)).isEqualTo(OVERTAKEN);
    }

    @Test
    void one_source_at_next_and_one_at_base_overtakes_it() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 200L), OLD)).isEqualTo(OVERTAKEN);
    }

    @Test
    void a_source_thought_new_that_has_a_watermark_overtakes_it() throws StoreFailure {
        assertThat(standing(Map.of("t-0", 100L, "t-1", 3L), OLD)).isEqualTo(OVERTAKEN);
    }

    @Test
    void a_column_added_by_somebody_else_overtakes_it() throws StoreFailure {
        List<TypedColumn> more = List.of(COLUMNS.getFirst(), new TypedColumn("note", "long"));

        assertThat(Standing.of(CHANGE, COLUMNS, new Logged(Map.of("t-0", 100L), List.of(OLD), more)))
                .isEqualTo(OVERTAKEN);
        assertThat(Standing.of(CHANGE, COLUMNS, new Logged(Map.of("t-0", 200L, "t-1", 7L), List.of(OLD), more)))
                .isEqualTo(LANDED);
    }

    private record Logged(Map<String, Long> watermarks, Collection<LiveFile> files, List<TypedColumn> columns)
            implements TableState {
        @Override
        public long version() {
            return 1;
        }

        @Override
        public List<LiveFile> files(Partition partition) {
            return files.stream()
                    .filter(file -> file.partition().equals(partition))
                    .toList();
        }

        @Override
        public OptionalLong watermark(String id) {
            Long value = watermarks.get(id);
            return value == null ? OptionalLong.empty() : OptionalLong.of(value);
        }

        @Override
        public List<String> partitionedBy() {
            return List.of("symbol");
        }
    }
}
