package dev.marketlake.lake.write;

import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** The columns of a schema that hold maps, whose entries are put in order of their keys: equal rows are equal bytes. Does not change. */
final class MapColumns {
    private final int[] positions;

    MapColumns(Schema schema) {
        this.positions = schema.getFields().stream()
                .filter(field -> ParquetFiles.isOf(Schema.Type.MAP, field.schema()))
                .mapToInt(Schema.Field::pos)
                .toArray();
    }

    /** Sorts the maps of a row that was just read. */
    void sort(GenericRecord row) {
        for (int position : positions) {
            if (row.get(position) instanceof Map<?, ?> map) {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
                row.put(position, sorted);
            }
        }
    }
}
