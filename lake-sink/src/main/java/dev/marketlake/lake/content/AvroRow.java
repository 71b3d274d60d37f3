package dev.marketlake.lake.content;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in a file.
 *
 * @param record the columns inside the file, or some of them
 * @param partition values of the columns in its path, as text; they do not stand in the file
 */
public record AvroRow(GenericRecord record, Map<String, @Nullable String> partition) implements Row {
    @Override
    public @Nullable Object value(String column) {
        Schema.Field field = record.getSchema().getField(column);
        return field == null ? partition.get(column) : plain(record.get(field.pos()), field.schema());
    }

    private static @Nullable Object plain(@Nullable Object value, Schema schema) {
        if (value == null) {
            return null;
        }
        Schema type = schema.isUnion() ? schema.getTypes().getLast() : schema;
        LogicalType meaning = type.getLogicalType();
        if (meaning == null) {
            return text(value);
        }
        return switch (meaning) {
            case LogicalTypes.Decimal decimal ->
                new BigDecimal(new BigInteger(((GenericFixed) value).bytes()), decimal.getScale());
            case LogicalTypes.TimestampMicros time -> Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS);
            case LogicalTypes.Date date -> LocalDate.ofEpochDay((Integer) value);
            default -> text(value);
        };
    }

    private static Object text(Object value) {
        return value instanceof CharSequence text ? text.toString() : value;
    }
}
