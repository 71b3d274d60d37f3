package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.table.LakeConfig.Flush;
import dev.marketlake.lake.table.RowChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FlushRuleTest {
    private static final Schema SCHEMA =
            SchemaBuilder.record("row").fields().requiredLong("volume").endRecord();
    private static final Instant FIRST = Instant.parse("2026-11-20T12:00:00Z");
    private static final long NONE = 0;
    private static final long BACKLOG = 20_000;
    private static final TopicPartition PARTITION = new TopicPartition("market.bars", 0);

    private final FlushRule rule = new FlushRule(new Flush(10, 1, Duration.ofSeconds(15)), true);

    @Test
    void rows_bytes_and_age_each_make_a_batch_due() {
        assertThat(rule.isDue(batch(9, 100), NONE, FIRST.plusSeconds(14))).isFalse();
        assertThat(rule.isDue(batch(10, 100), NONE, FIRST)).isTrue();
        assertThat(rule.isDue(batch(2, 600_000), NONE, FIRST)).isTrue();
        assertThat(rule.isDue(batch(1, 100), NONE, FIRST.plusSeconds(15))).isTrue();
        assertThat(rule.isDue(batch(0, 0), NONE, FIRST.plusSeconds(3_600))).isFalse();
    }

    @Test
    void in_a_backlog_a_batch_may_be_four_times_as_large_and_as_old() {
        assertThat(rule.isDue(batch(39, 100), BACKLOG, FIRST.plusSeconds(59))).isFalse();
        assertThat(rule.isDue(batch(40, 100), BACKLOG, FIRST)).isTrue();
        assertThat(rule.isDue(batch(4, 1_100_000), BACKLOG, FIRST)).isTrue();
        assertThat(rule.isDue(batch(1, 100), BACKLOG, FIRST.plusSeconds(60))).isTrue();
    }

    @Test
    void what_is_only_appended_is_due_as_ever_in_a_backlog() {
        FlushRule append = new FlushRule(new Flush(10, 1, Duration.ofSeconds(15)), false);
        assertThat(append.isDue(batch(10, 100), BACKLOG, FIRST)).isTrue();
        assertThat(append.isDue(batch(1, 100), BACKLOG, FIRST.plusSeconds(15))).isTrue();
    }

    @Test
    void once_the_backlog_is_gone_it_is_due_as_any() {
        assertThat(rule.isDue(batch(20, 100), BACKLOG - 1, FIRST)).isTrue();
        assertThat(rule.isDue(batch(1, 100), BACKLOG - 1, FIRST.plusSeconds(15)))
                .isTrue();
    }

    @Test
    void a_batch_of_very_many_partitions_is_due_whatever_it_holds() {
        FlushRule wide = new FlushRule(new Flush(1_000_000, 1_000, Duration.ofHours(1)), true);
        Batch batch = new Batch();
        for (int i = 0; i < 10_000; i++) {
            assertThat(wide.isDue(batch, BACKLOG, FIRST)).isFalse();
            batch.take(new RowChange.Added(new Partition(Map.of("symbol", "S" + i)), row(i)), 100, FIRST);
        }
        assertThat(wide.isDue(batch, BACKLOG, FIRST)).isTrue();
        assertThat(wide.isFull(batch)).isTrue();
    }

    @Test
    void rows_that_are_held_back_do_not_grow_beyond_the_usual() {
        assertThat(rule.isFull(batch(9, 100))).isFalse();
        assertThat(rule.isFull(batch(10, 100))).isTrue();
    }

    @Test
    void positions_alone_are_due_after_five_minutes() {
        Batch batch = new Batch();
        batch.begin(new SourceId(PARTITION, "id"), OptionalLong.empty(), 0);
        batch.move(PARTITION, 5, FIRST);
        assertThat(rule.isDue(batch, BACKLOG, FIRST.plusSeconds(299))).isFalse();
        assertThat(rule.isDue(batch, BACKLOG, FIRST.plusSeconds(300))).isTrue();
    }

    private static Batch batch(int rows, int size) {
        Batch batch = new Batch();
        for (int i = 0; i < rows; i++) {
            batch.take(new RowChange.Added(new Partition(Map.of()), row(i)), size, FIRST);
        }
        return batch;
    }

    private static GenericRecord row(long volume) {
        GenericRecord row = new GenericData.Record(SCHEMA);
        row.put("volume", volume);
        return row;
    }
}
