package dev.marketlake.lake.delta;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Avro types as Delta types. */
final class DeltaTypes {
    private static final String NAMESPACE = "dev.marketlake.lake.rows";
    private static final int DECIMAL_BYTES = 8;

    private DeltaTypes() {}

    static StructType of(TableShape shape) {
        StructType type = new StructType();
        for (Column column : shape.columns()) {
            type = type.add(column.name(), of(column.type()), true, comment(column.doc()));
        }
        return type;
    }

    static FieldMetadata comment(String doc) {
        return doc.isEmpty()
                ? FieldMetadata.empty()
                : FieldMetadata.builder().putString("comment", doc).build();
    }

    /** @throws IllegalArgumentException for a type no column has */
    static DataType of(Schema type) {
        LogicalType logical = type.getLogicalType();
        return switch (type.getType()) {
            case STRING, ENUM -> StringType.STRING;
            case BOOLEAN -> BooleanType.BOOLEAN;
            case INT -> logical instanceof LogicalTypes.Date ? DateType.DATE : IntegerType.INTEGER;
            case LONG -> logical instanceof LogicalTypes.TimestampMicros ? TimestampType.TIMESTAMP : LongType.LONG;
            case FLOAT -> FloatType.FLOAT;
            case DOUBLE -> DoubleType.DOUBLE;
            case BYTES -> BinaryType.BINARY;
            case FIXED -> decimal(type);
            case ARRAY -> new ArrayType(of(type.getElementType()), true);
            case MAP -> new MapType(StringType.STRING, of(type.getValueType()), true);
            case RECORD -> struct(type);
            case UNION, NULL -> throw new IllegalArgumentException("no column has the type " + type);
        };
    }

    private static DataType decimal(Schema type) {
        if (type.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return new DecimalType(decimal.getPrecision(), decimal.getScale());
        }
        throw new IllegalArgumentException("no column has the type " + type);
    }

    private static StructType struct(Schema type) {
        StructType fields = new StructType();
        for (Schema.Field field : type.getFields()) {
            fields = fields.add(field.name(), of(withoutNull(field.schema())), true);
        }
        return fields;
    }

    private static Schema withoutNull(Schema type) {
        return type.isUnion()
                ? type.getTypes().stream()
                        .filter(part -> part.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : type;
    }

    /** The way back, for columns this build has no field for. Named types are named after the column. */
    static Schema toAvro(DataType type, String column) {
        return switch (type) {
            case StringType text -> text();
            case BooleanType flag -> Schema.create(Schema.Type.BOOLEAN);
            case IntegerType number -> Schema.create(Schema.Type.INT);
            case LongType number -> Schema.create(Schema.Type.LONG);
            case FloatType number -> Schema.create(Schema.Type.FLOAT);
            case DoubleType number -> Schema.create(Schema.Type.DOUBLE);
            case BinaryType bytes -> Schema.create(Schema.Type.BYTES);
            case DateType date -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
            case TimestampType time -> LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
            case DecimalType decimal -> price(decimal.getPrecision(), decimal.getScale());
            case ArrayType list -> Schema.createArray(toAvro(list.getElementType(), column + "_item"));
            case MapType map -> Schema.createMap(toAvro(map.getValueType(), column + "_value"));
            case StructType struct -> toAvro(struct, column);
            default -> throw new IllegalArgumentException("column " + column + " has the unknown type " + type);
        };
    }

    private static Schema toAvro(StructType struct, String name) {
        List<Schema.Field> fields = new ArrayList<>();
        for (StructField field : struct.fields()) {
            Schema type = toAvro(field.getDataType(), name + "_" + field.getName());
            fields.add(new Schema.Field(
                    field.getName(),
                    Schema.createUnion(Schema.create(Schema.Type.NULL), type),
                    null,
                    JsonProperties.NULL_VALUE));
        }
        return Schema.createRecord(name, null, NAMESPACE, false, fields);
    }

    private static Schema text() {
        Schema text = Schema.create(Schema.Type.STRING);
        GenericData.setStringType(text, GenericData.StringType.String);
        return text;
    }

    private static Schema price(int precision, int scale) {
        Schema fixed = Schema.createFixed("decimal_" + precision + "_" + scale, null, NAMESPACE, DECIMAL_BYTES);
        return LogicalTypes.decimal(precision, scale).addToSchema(fixed);
    }
}
