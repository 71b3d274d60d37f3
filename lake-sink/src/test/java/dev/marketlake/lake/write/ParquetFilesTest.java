package dev.marketlake.lake.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class ParquetFilesTest {
    private static final Schema PRICE =
            org.apache.avro.LogicalTypes.decimal(18, 8).addToSchema(Schema.createFixed("price", null, null, 8));
    private static final Schema SCHEMA = SchemaBuilder.record("row")
            .fields()
            .requiredString("symbol")
            .optionalString("payload")
            .requiredLong("volume")
            .name("price")
            .type(PRICE)
            .noDefault()
            .name("raw")
            .type()
            .bytesType()
            .noDefault()
            .name("violations")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .endRecord();

    @Test
    void rows_come_back_as_they_were_in_their_order() {
        List<GenericRecord> rows = rows(5_000);
        EncodedFile file = ParquetFiles.encode(SCHEMA, rows);
        assertThat(file.rows()).isEqualTo(5_000);
        assertThat(ParquetFiles.decode(SCHEMA, file.content()).stream().map(GenericRecord::toString))
                .containsExactlyElementsOf(
                        rows.stream().map(GenericRecord::toString).toList());
    }

    @Test
    void a_column_that_an_older_file_lacks_is_null() {
        Schema wider = new Schema.Parser().parse(SCHEMA.toString());
        List<Schema.Field> fields = new ArrayList<>();
        wider.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field(
                "note",
                SchemaBuilder.unionOf().nullType().and().stringType().endUnion(),
                null,
                Schema.Field.NULL_DEFAULT_VALUE));
        Schema later = Schema.createRecord("row", null, null, false, fields);
        List<GenericRecord> read =
                ParquetFiles.decode(later, ParquetFiles.encode(SCHEMA, rows(3)).content());
        assertThat(read)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.get("note")).isNull());
    }

    @Test
    void a_rewritten_map_keeps_the_order_of_its_keys() {
        Schema schema = SchemaBuilder.record("row")
                .fields()
                .name("evidence")
                .type()
                .nullable()
                .map()
                .values()
                .doubleType()
                .noDefault()
                .endRecord();
        Map<String, Double> evidence = new TreeMap<>();
        for (String name : List.of("volume", "volume_mean_20", "volume_ratio_20", "volume_zscore_20", "close")) {
            evidence.put(name, evidence.size() + 0.5);
        }
        GenericRecord row =
                new GenericRecordBuilder(schema).set("evidence", evidence).build();
        EncodedFile first = ParquetFiles.encode(schema, List.of(row));
        EncodedFile again = ParquetFiles.encode(schema, ParquetFiles.decode(schema, first.content()));
        assertThat(again.content()).isEqualTo(first.content());
        var packed = PackedRows.of(schema, List.of(new RowPacker(schema).pack(row)));
        assertThat(ParquetFiles.encode(RowFormat.of(schema), packed.packed()).content())
                .isEqualTo(first.content());
        assertThat(ParquetFiles.encode(schema, packed).content()).isEqualTo(first.content());
    }

    @Test
    void some_columns_come_back_as_they_were_lists_and_maps_too() {
        Schema schema = SchemaBuilder.record("row")
                .fields()
                .requiredString("symbol")
                .name("price")
                .type(PRICE)
                .noDefault()
                .name("reasons")
                .type()
                .nullable()
                .array()
                .items()
                .stringType()
                .noDefault()
                .name("evidence")
                .type()
                .nullable()
                .map()
                .values()
                .doubleType()
                .noDefault()
                .endRecord();
        GenericRecord row = new GenericRecordBuilder(schema)
                .set("symbol", "AAPL")
                .set("price", new GenericData.Fixed(PRICE, new byte[] {0, 0, 0, 0, 0, 0, 0, 7}))
                .set("reasons", List.of("HIGH_BELOW_LOW", "NO_VOLUME"))
                .set("evidence", Map.of("close", 1.5))
                .build();
        byte[] content = ParquetFiles.encode(schema, List.of(row)).content();

        assertThat(ParquetFiles.columns(Set.of("reasons", "evidence", "price", "of_a_newer_table"), content))
                .hasToString(
                        "[{\"price\": [0, 0, 0, 0, 0, 0, 0, 7], \"reasons\": [\"HIGH_BELOW_LOW\", \"NO_VOLUME\"], \"evidence\": {\"close\": 1.5}}]");
        assertThat(ParquetFiles.columns(Set.of("of_a_newer_table"), content)).hasSize(1);
    }

    @Test
    void a_file_that_was_cut_off_is_no_file() {
        byte[] whole = ParquetFiles.encode(SCHEMA, rows(100)).content();
        assertThatThrownBy(() -> ParquetFiles.decode(SCHEMA, Arrays.copyOf(whole, whole.length - 10)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_machine_that_cannot_compress_is_told_what_is_wrong_and_the_remedy() throws Exception {
        assertThat(ParquetFiles.prove()).isEmpty();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-DZstdTempFolder=/dev/null/nowhere",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Proving.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(other.waitFor()).as(said).isEqualTo(3);
        assertThat(said).contains("ZstdTempFolder").doesNotContain("\tat ");
    }

    /** Says what {@link ParquetFiles#prove()} says, in a process of its own; exits with 3 where that is something. */
    static final class Proving {
        private Proving() {}

        public static void main(String[] arguments) {
            var trouble = ParquetFiles.prove();
            trouble.ifPresent(System.out::println);
            System.exit(trouble.isPresent() ? 3 : 0);
        }
    }

    private static List<GenericRecord> rows(int count) {
        SplittableRandom random = new SplittableRandom(7);
        List<GenericRecord> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new GenericRecordBuilder(SCHEMA)
                    .set("symbol", "S" + random.nextInt(5))
                    .set("payload", random.nextInt(4) == 0 ? null : "p" + random.nextLong())
                    .set("volume", random.nextLong())
                    .set("price", price(BigDecimal.valueOf(random.nextLong(), 8)))
                    .set("raw", ByteBuffer.wrap(Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII)))
                    .set(
                            "violations",
                            new GenericData.Array<>(
                                    SCHEMA.getField("violations").schema(),
                                    List.of("A", "B").subList(0, i % 3)))
                    .build());
        }
        return rows;
    }

    private static GenericFixed price(BigDecimal value) {
        BigDecimal held = value.remainder(BigDecimal.TEN.pow(10));
        return new Conversions.DecimalConversion().toFixed(held, PRICE, PRICE.getLogicalType());
    }
}
