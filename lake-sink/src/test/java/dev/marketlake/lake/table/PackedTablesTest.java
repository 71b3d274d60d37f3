package dev.marketlake.lake.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.write.EncodedFile;
import dev.marketlake.lake.write.PackedRow;
import dev.marketlake.lake.write.ParquetFiles;
import dev.marketlake.lake.write.RowFormat;
import dev.marketlake.lake.write.RowPacker;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packed rows against rows as objects, which parquet-avro itself writes. */
class PackedTablesTest {
    private static final int ROWS = 3_000;

    static List<LakeTable> tables() {
        return Tables.all();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void packed_rows_give_the_very_file_that_parquet_avro_makes(LakeTable table) {
        TableRows rows = TableRows.of(table, table.partitions());
        List<GenericRecord> objects = new Anything(7).rows(rows.fileSchema());

        EncodedFile ours = ParquetFiles.encode(RowFormat.of(rows.fileSchema()), packed(rows, objects));

        EncodedFile theirs = ParquetFiles.encode(rows.fileSchema(), objects);
        assertThat(ours.content()).isEqualTo(theirs.content());
        assertThat(ours.rows()).isEqualTo(theirs.rows()).isEqualTo(ROWS);
        assertThat(ours.ranges()).isEqualTo(theirs.ranges());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void packed_rows_have_the_same_keys(LakeTable table) {
        TableRows rows = TableRows.of(table, table.partitions());
        List<GenericRecord> objects = new Anything(8)
                .rows(rows.fileSchema()).stream()
                        .filter(row -> !row.toString().contains("null"))
                        .toList();

        assertThat(objects).isNotEmpty();
        assertThat(packed(rows, objects).stream().map(rows::key))
                .containsExactlyElementsOf(objects.stream().map(rows::key).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void each_column_alone_is_read_as_in_the_whole_row(LakeTable table) {
        Schema schema = TableRows.of(table, table.partitions()).fileSchema();
        byte[] content =
                ParquetFiles.encode(schema, new Anything(9).rows(schema)).content();
        List<GenericRecord> whole = ParquetFiles.decode(schema, content);
        for (Schema.Field field : schema.getFields()) {
            assertThat(ParquetFiles.columns(Set.of(field.name()), content).stream()
                            .map(row -> text(row.get(field.name()))))
                    .as("%s of %s", field.name(), table.name())
                    .containsExactlyElementsOf(whole.stream()
                            .map(row -> text(row.get(field.pos())))
                            .toList());
        }
    }

    private static String text(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return String.valueOf(value);
        }
        Map<String, String> inOrder = new TreeMap<>();
        map.forEach((key, item) -> inOrder.put(key.toString(), String.valueOf(item)));
        return inOrder.toString();
    }

    private static List<PackedRow> packed(TableRows rows, List<GenericRecord> objects) {
        RowPacker packer = new RowPacker(rows.fileSchema());
        return objects.stream().map(packer::pack).toList();
    }

    /** Values of any type a column can have: some null, texts and lists that are empty, few different ones and many. */
    private static final class Anything {
        private final SplittableRandom random;

        Anything(long seed) {
            this.random = new SplittableRandom(seed);
        }

        List<GenericRecord> rows(Schema schema) {
            List<GenericRecord> rows = new ArrayList<>();
            for (int i = 0; i < ROWS; i++) {
                rows.add(record(schema, i % 5 == 0 ? 0 : 4));
            }
            return rows;
        }

        /** @param nulls one of so many values is null; 0: none */
        private GenericRecord record(Schema schema, int nulls) {
            GenericRecord record = new GenericData.Record(schema);
            for (Schema.Field field : schema.getFields()) {
                record.put(field.pos(), value(field.schema(), nulls));
            }
            return record;
        }

        private @Nullable Object value(Schema type, int nulls) {
            return switch (type.getType()) {
                case UNION ->
                    nulls > 0 && random.nextInt(nulls) == 0
                            ? null
                            : value(type.getTypes().getLast(), nulls);
                case STRING -> text();
                case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(2_000)));
                case FIXED -> new GenericData.Fixed(type, bytes(type.getFixedSize()));
                case INT -> random.nextInt();
                case LONG -> random.nextLong() >> random.nextInt(64);
                case FLOAT -> (float) random.nextDouble();
                case DOUBLE -> random.nextDouble();
                case BOOLEAN -> random.nextBoolean();
                case ARRAY -> {
                    List<Object> items = new ArrayList<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        items.add(value(type.getElementType(), nulls));
                    }
                    yield items;
                }
                case MAP -> {
                    Map<String, Object> items = new TreeMap<>();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        items.put(text(), value(type.getValueType(), nulls));
                    }
                    yield items;
                }
                case RECORD -> record(type, nulls);
                default -> throw new AssertionError("no column has the type " + type);
            };
        }

        private String text() {
            return switch (random.nextInt(8)) {
                case 0 -> "";
                case 1 -> "Zürich ≥ 東京 " + random.nextInt(100);
                case 2 -> "x".repeat(random.nextInt(3_000)) + random.nextLong();
                default -> "S" + random.nextInt(5);
            };
        }

        private byte[] bytes(int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}
