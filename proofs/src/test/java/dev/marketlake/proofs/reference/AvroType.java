package dev.marketlake.proofs.reference;

import java.util.Locale;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Names of types, as readers of a topic and as readers of a table know them. */
final class AvroType {
    private AvroType() {}

    /** As in Avro, for example {@code decimal(18,8) or null}. */
    static String inTopic(Schema type) {
        return switch (type.getType()) {
            case UNION -> inTopic(withoutNull(type)) + " or null";
            case ARRAY -> "array of " + inTopic(type.getElementType());
            case MAP -> "map of " + inTopic(type.getValueType());
            case RECORD -> type.getName();
            default ->
                type.getLogicalType() instanceof LogicalTypes.Decimal decimal
                        ? decimal(decimal)
                        : type.getLogicalType() == null
                                ? type.getType().getName()
                                : type.getLogicalType().getName();
        };
    }

    /** As in SQL, for example {@code decimal(18,8)}. */
    static String inTable(Schema type) {
        return switch (type.getType()) {
            case UNION -> inTable(withoutNull(type));
            case ARRAY -> "array<" + inTable(type.getElementType()) + ">";
            case MAP -> "map<string, " + inTable(type.getValueType()) + ">";
            case RECORD -> struct(type);
            case STRING, ENUM -> "string";
            case BYTES -> "binary";
            case LONG -> type.getLogicalType() instanceof LogicalTypes.TimestampMicros ? "timestamp" : "bigint";
            case INT -> type.getLogicalType() instanceof LogicalTypes.Date ? "date" : "int";
            default ->
                type.getLogicalType() instanceof LogicalTypes.Decimal decimal
                        ? decimal(decimal)
                        : type.getType().getName().toLowerCase(Locale.ROOT);
        };
    }

    private static String struct(Schema type) {
        var fields = type.getFields().stream()
                .map(field -> field.name() + ": " + inTable(field.schema()))
                .toList();
        return "struct<" + String.join(", ", fields) + ">";
    }

    private static String decimal(LogicalTypes.Decimal decimal) {
        return "decimal(" + decimal.getPrecision() + "," + decimal.getScale() + ")";
    }

    private static Schema withoutNull(Schema union) {
        return union.getTypes().stream()
                .filter(part -> part.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
