package dev.marketlake.lake.table;

import dev.marketlake.lake.delta.Column;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Columns of a record's fields: snake_case, a raw position as three columns, everything else as it is. */
final class ValueCells {
    private static final String POSITION = "RawPosition";
    private static final String POSITION_PREFIX = "raw_";

    private ValueCells() {}

    static List<Cell> of(Schema value) {
        List<Cell> cells = new ArrayList<>();
        for (Schema.Field field : value.getFields()) {
            Schema type = RowType.withoutNull(field.schema());
            if (type.getType() == Schema.Type.RECORD && type.getName().equals(POSITION)) {
                for (Schema.Field part : type.getFields()) {
                    cells.add(cell(POSITION_PREFIX + SnakeCase.of(part.name()), part, field.name()));
                }
            } else {
                cells.add(cell(SnakeCase.of(field.name()), field, null));
            }
        }
        return cells;
    }

    private static Cell cell(String column, Schema.Field field, @Nullable String parent) {
        RowType type = RowType.of(field.schema(), column);
        String name = field.name();
        String doc = field.doc() == null ? "" : field.doc();
        return new Cell(new Column(column, type.type(), doc), arrival -> {
            GenericRecord record = arrival.value();
            if (parent != null && record != null) {
                record = (GenericRecord) own(record, parent);
            }
            return record == null ? null : type.nullable(own(record, name));
        });
    }

    /** Null where the record was written with a schema that lacks the field. */
    private static @Nullable Object own(GenericRecord record, String field) {
        Schema.Field found = record.getSchema().getField(field);
        return found == null ? null : record.get(found.pos());
    }

    /** A column whose field this build does not know: taken from any record that has a field of that name. */
    static Cell carried(Column column) {
        return new Cell(column, arrival -> {
            GenericRecord record = arrival.value();
            if (record == null) {
                return null;
            }
            for (Schema.Field field : record.getSchema().getFields()) {
                if (SnakeCase.of(field.name()).equals(column.name())) {
                    return RowType.of(field.schema(), column.name()).nullable(record.get(field.pos()));
                }
            }
            return null;
        });
    }
}
