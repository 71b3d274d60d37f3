package dev.marketlake.lake.table;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column next to the type of the record field it is made from, and how a value gets from one to the other.
 *
 * @param type Avro type of the column, without null
 * @param conversion of a value as Avro's generic reader returns it; never called with null
 */
record RowType(Schema type, Conversion conversion) {
    private static final String NAMESPACE = "dev.marketlake.lake.rows";
    private static final int PRICE_BYTES = 8;
    private static final Schema TEXT = text();

    /** Makes a column's value of a field's value. */
    interface Conversion {
        Object of(Object value);
    }

    /** @param field type of a record field, possibly a union with null @param name unique within the table, for named types */
    static RowType of(Schema field, String name) {
        Schema type = withoutNull(field);
        return switch (type.getType()) {
            case STRING, ENUM -> new RowType(TEXT, Object::toString);
            case BYTES -> bytes(type);
            case INT, LONG, FLOAT, DOUBLE, BOOLEAN -> new RowType(plain(type), value -> value);
            case ARRAY -> list(of(type.getElementType(), name + "_item"));
            case MAP -> map(of(type.getValueType(), name + "_value"));
            case RECORD -> struct(type, name);
            case FIXED, UNION, NULL ->
                throw new IllegalArgumentException("field " + name + " has a type no column can have: " + field);
        };
    }

    /** The one other type of a union with null; any other type as it is. */
    static Schema withoutNull(Schema type) {
        if (!type.isUnion()) {
            return type;
        }
        List<Schema> others = type.getTypes().stream()
                .filter(part -> part.getType() != Schema.Type.NULL)
                .toList();
        if (others.size() != 1) {
            throw new IllegalArgumentException("no column can have the type " + type);
        }
        return others.getFirst();
    }

    static Schema text() {
        Schema text = Schema.create(Schema.Type.STRING);
        GenericData.setStringType(text, GenericData.StringType.String);
        return text;
    }

    static Schema instant() {
        return LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
    }

    static Schema date() {
        return LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
    }

    static Schema decimal(int precision, int scale) {
        Schema fixed = Schema.createFixed("decimal_" + precision + "_" + scale, null, NAMESPACE, PRICE_BYTES);
        return LogicalTypes.decimal(precision, scale).addToSchema(fixed);
    }

    private static Schema plain(Schema type) {
        Schema plain = Schema.create(type.getType());
        return type.getLogicalType() == null ? plain : type.getLogicalType().addToSchema(plain);
    }

    private static RowType bytes(Schema type) {
        if (!(type.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
            return new RowType(Schema.create(Schema.Type.BYTES), value -> value);
        }
        Schema fixed = decimal(decimal.getPrecision(), decimal.getScale());
        return new RowType(fixed, value -> new GenericData.Fixed(fixed, widened((ByteBuffer) value)));
    }

    /** Two's complement, big-endian, at eight bytes whatever length it came in. */
    private static byte[] widened(ByteBuffer unscaled) {
        int length = unscaled.remaining();
        if (length == 0 || length > PRICE_BYTES) {
            throw new IllegalArgumentException("a decimal of " + length + " bytes does not fit a price column");
        }
        byte[] wide = new byte[PRICE_BYTES];
        unscaled.get(unscaled.position(), wide, PRICE_BYTES - length, length);
        if (wide[PRICE_BYTES - length] < 0) {
            java.util.Arrays.fill(wide, 0, PRICE_BYTES - length, (byte) -1);
        }
        return wide;
    }

    private static RowType list(RowType item) {
        return new RowType(Schema.createArray(item.type), value -> {
            List<Object> items = new ArrayList<>();
            for (Object each : (Collection<?>) value) {
                items.add(item.conversion.of(each));
            }
            return items;
        });
    }

    /** Sorted by key, so that equal maps are equal files, however often they are rewritten. */
    private static RowType map(RowType item) {
        return new RowType(Schema.createMap(item.type), value -> {
            Map<String, Object> items = new TreeMap<>();
            ((Map<?, ?>) value).forEach((key, each) -> items.put(String.valueOf(key), item.conversion.of(each)));
            return items;
        });
    }

    private static RowType struct(Schema record, String name) {
        List<Schema.Field> fields = new ArrayList<>();
        List<RowType> types = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            String column = SnakeCase.of(field.name());
            RowType type = of(field.schema(), name + "_" + column);
            types.add(type);
            fields.add(new Schema.Field(
                    column,
                    Schema.createUnion(Schema.create(Schema.Type.NULL), type.type),
                    field.doc(),
                    JsonProperties.NULL_VALUE));
        }
        Schema struct = Schema.createRecord(name, record.getDoc(), NAMESPACE, false, fields);
        return new RowType(struct, value -> {
            GenericRecord from = (GenericRecord) value;
            GenericData.Record row = new GenericData.Record(struct);
            for (int i = 0; i < types.size(); i++) {
                row.put(i, types.get(i).nullable(from.get(i)));
            }
            return row;
        });
    }

    @Nullable
    Object nullable(@Nullable Object value) {
        return value == null ? null : conversion.of(value);
    }
}
