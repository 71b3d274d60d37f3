package dev.marketlake.lake.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class PackedRowsTest {
    private static final Schema SCHEMA = SchemaBuilder.record("row")
            .fields()
            .optionalDouble("price")
            .name("symbol")
            .prop("avro.java.string", "String")
            .type()
            .stringBuilder()
            .prop("avro.java.string", "String")
            .endString()
            .noDefault()
            .optionalLong("open_time")
            .optionalInt("rank")
            .endRecord();

    @Test
    void rows_come_back_as_they_were_as_often_as_they_are_asked_for() {
        List<GenericRecord> rows = List.of(row("AAPL", 1), row("IBM", 2), row("", 3));
        PackedRows packed = packed(rows);
        for (int pass = 0; pass < 2; pass++) {
            assertThat(packed).containsExactlyElementsOf(rows);
        }
        assertThat(packed(rows.subList(0, 0))).isEmpty();
    }

    @Test
    void packed_rows_can_be_put_together_anew() {
        PackedRows both = packed(List.of(row("AAPL", 1), row("IBM", 2)));
        PackedRows more = packed(List.of(row("KO", 3)));
        assertThat(PackedRows.of(
                        SCHEMA,
                        List.of(
                                both.packed().get(1),
                                more.packed().get(0),
                                both.packed().get(0))))
                .containsExactly(row("IBM", 2), row("KO", 3), row("AAPL", 1));
    }

    @Test
    void keys_are_taken_out_in_their_own_order() {
        PackedKeys keys = new PackedKeys(SCHEMA, 2, 1);
        assertThat(packed(List.of(row("AAPL", 1), row("IBM", -7))).packed().stream()
                        .map(keys::of))
                .containsExactly(List.of(1L, "AAPL"), List.of(-7L, "IBM"));
        GenericRecord without = row("KO", 1);
        without.put("open_time", null);
        PackedRow keyless = new RowPacker(SCHEMA).pack(without);
        assertThatThrownBy(() -> keys.of(keyless)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void a_row_that_does_not_fit_leaves_nothing_to_the_next_one() {
        RowPacker packer = new RowPacker(SCHEMA);
        GenericRecord wrong = row("AAPL", 1);
        wrong.put("rank", "first");
        assertThatThrownBy(() -> packer.pack(wrong)).isInstanceOf(RuntimeException.class);
        assertThat(PackedRows.of(SCHEMA, List.of(packer.pack(row("IBM", 2))))).containsExactly(row("IBM", 2));
    }

    private static PackedRows packed(List<GenericRecord> rows) {
        RowPacker packer = new RowPacker(SCHEMA);
        return PackedRows.of(SCHEMA, rows.stream().map(packer::pack).toList());
    }

    private static GenericRecord row(String symbol, long time) {
        return new GenericRecordBuilder(SCHEMA)
                .set("price", time / 8.0)
                .set("symbol", symbol)
                .set("open_time", time)
                .set("rank", null)
                .build();
    }
}
