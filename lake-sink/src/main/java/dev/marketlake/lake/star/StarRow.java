package dev.marketlake.lake.star;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** A derived row in plain Java: values by column, null where left out. Not for several threads. */
final class StarRow {
    private final Map<String, Object> values = new LinkedHashMap<>();

    StarRow with(String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
        return this;
    }

    @Nullable
    Object value(String column) {
        return values.get(column);
    }

    /** As it stands in a file. @param schema of the file: every column but those of the path */
    GenericRecord record(Schema schema) {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            Object value = values.get(field.name());
            record.put(
                    field.pos(),
                    value == null
                            ? null
                            : stored(value, field.schema().getTypes().getLast()));
        }
        return record;
    }

    private static Object stored(Object value, Schema type) {
        return switch (value) {
            case Instant time -> ChronoUnit.MICROS.between(Instant.EPOCH, time);
            case LocalDate date -> Math.toIntExact(date.toEpochDay());
            case BigDecimal price -> fixed(price, type);
            default -> value;
        };
    }

    private static GenericData.Fixed fixed(BigDecimal price, Schema type) {
        int scale = ((LogicalTypes.Decimal) type.getLogicalType()).getScale();
        byte[] bytes = price.setScale(scale).unscaledValue().toByteArray();
        byte[] wide = new byte[type.getFixedSize()];
        Arrays.fill(wide, (byte) (bytes[0] < 0 ? -1 : 0));
        System.arraycopy(bytes, 0, wide, wide.length - bytes.length, bytes.length);
        return new GenericData.Fixed(type, wide);
    }
}
