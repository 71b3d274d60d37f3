package dev.marketlake.lake.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class RowPackerTest {
    private static final Schema SCHEMA = SchemaBuilder.record("row")
            .fields()
            .requiredString("text")
            .requiredLong("volume")
            .endRecord();

    @Test
    void rows_of_any_size_stay_what_they_were_while_others_come() {
        SplittableRandom random = new SplittableRandom(3);
        RowPacker packer = new RowPacker(SCHEMA);
        List<GenericRecord> rows = new ArrayList<>();
        List<PackedRow> packed = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            int length = random.nextInt(20) == 0 ? random.nextInt(100_000) : random.nextInt(2_000);
            GenericRecord row = row("x".repeat(length), i);
            rows.add(row);
            packed.add(packer.pack(row));
        }
        assertThat(List.copyOf(PackedRows.of(SCHEMA, packed))).hasToString(rows.toString());
    }

    @Test
    void a_row_that_does_not_fit_leaves_nothing_behind() {
        RowPacker packer = new RowPacker(SCHEMA);
        PackedRow before = packer.pack(row("before", 1L));
        assertThatThrownBy(() -> packer.pack(row("bad", "many"))).isInstanceOf(ClassCastException.class);
        PackedRow after = packer.pack(row("after", 2L));

        assertThat(PackedRows.of(SCHEMA, List.of(before, after)))
                .map(row -> row.get("text").toString())
                .containsExactly("before", "after");
        assertThat(after.offset()).isEqualTo(before.length());
    }

    private static GenericRecord row(String text, Object volume) {
        GenericRecord row = new GenericData.Record(SCHEMA);
        row.put("text", text);
        row.put("volume", volume instanceof Integer number ? (Object) number.longValue() : volume);
        return row;
    }
}
