package dev.marketlake.lake.sink;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.table.RowChange;
import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.write.PackedKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Schema SCHEMA =
            SchemaBuilder.record("row").fields().requiredLong("volume").endRecord();
    private static final Partition AAPL = new Partition(Map.of("symbol", "AAPL"));
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void a_row_that_does_not_fit_its_schema_leaves_the_batch_as_it_was() {
        Batch batch = new Batch();
        batch.take(kept(1, row(SCHEMA, 100L)), 10, NOW);
        assertThatThrownBy(() -> batch.take(kept(2, row(SCHEMA, "many")), 10, NOW))
                .isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> batch.take(new RowChange.Added(AAPL, row(SCHEMA, "many")), 10, NOW))
                .isInstanceOf(ClassCastException.class);

        assertThat(batch.records()).isEqualTo(1);
        assertThat(batch.changes()).isEqualTo(1);
        assertThat(batch.bytes()).isEqualTo(10);
        assertThat(batch.added()).isEmpty();
        assertThat(volumes(batch)).containsExactly(100L);
        batch.take(kept(3, row(SCHEMA, 300L)), 10, NOW);
        assertThat(volumes(batch)).containsExactly(100L, 300L);
    }

    @Test
    void rows_of_two_schemas_are_refused() {
        Schema other = new Schema.Parser().parse(SCHEMA.toString());
        Batch batch = new Batch();
        assertThat(batch.isOf(other)).isTrue();
        batch.take(kept(1, row(SCHEMA, 100L)), 10, NOW);
        assertThat(batch.isOf(SCHEMA)).isTrue();
        assertThat(batch.isOf(other)).isFalse();
        assertThatThrownBy(() -> batch.take(kept(2, row(other, 100L)), 10, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<Object> volumes(Batch batch) {
        PackedKeys volume = new PackedKeys(SCHEMA, 0);
        return requireNonNull(batch.upserts().get(AAPL)).inOrder(row -> new RowKey(volume.of(row))).stream()
                .map(change -> volume.of(requireNonNull(change.row())).getFirst())
                .toList();
    }

    private static RowChange kept(int key, GenericRecord row) {
        return new RowChange.Kept(AAPL, key(key), row);
    }

    private static RowKey key(int number) {
        return new RowKey(List.of(number));
    }

    private static GenericRecord row(Schema schema, Object volume) {
        GenericRecord row = new GenericData.Record(schema);
        row.put("volume", volume);
        return row;
    }
}
