package dev.marketlake.serde;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** What writes a value of a schema, worked out once; empty for the few kinds of schema that our contracts do not use. */
final class FieldWriters {
    /** Largest precision whose unscaled value a long holds. */
    private static final int LONG_DIGITS = 18;

    private static final long MICROS_PER_SECOND = 1_000_000;

    /** Writes a value as Avro's specific data has it: instants, dates and decimals as such. */
    @FunctionalInterface
    interface FieldWriter {
        void write(@Nullable Object value, AvroBuffer out);
    }

    private FieldWriters() {}

    static Optional<FieldWriter> of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case STRING ->
                Optional.of((value, out) -> out.writeText(present(value).toString()));
            case BOOLEAN -> Optional.of((value, out) -> out.writeBoolean((Boolean) present(value)));
            case DOUBLE -> Optional.of((value, out) -> out.writeDouble((Double) present(value)));
            case INT -> integer(logical);
            case LONG -> longInteger(logical);
            case BYTES -> bytes(logical);
            case ARRAY -> of(schema.getElementType()).map(FieldWriters::array);
            case MAP -> of(schema.getValueType()).map(FieldWriters::map);
            case RECORD -> record(schema);
            case UNION -> union(schema.getTypes());
            default -> Optional.empty();
        };
    }

    private static Optional<FieldWriter> integer(@Nullable LogicalType logical) {
        if (logical == null) {
            return Optional.of((value, out) -> out.writeLong((Integer) present(value)));
        }
        return logical instanceof LogicalTypes.Date
                ? Optional.of((value, out) -> out.writeLong(((LocalDate) present(value)).toEpochDay()))
                : Optional.empty();
    }

    private static Optional<FieldWriter> longInteger(@Nullable LogicalType logical) {
        if (logical == null) {
            return Optional.of((value, out) -> out.writeLong((Long) present(value)));
        }
        return logical instanceof LogicalTypes.TimestampMicros
                ? Optional.of((value, out) -> out.writeLong(micros((Instant) present(value))))
                : Optional.empty();
    }

    private static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / 1_000);
    }

    private static Optional<FieldWriter> bytes(@Nullable LogicalType logical) {
        if (logical == null) {
            return Optional.of((value, out) -> {
                ByteBuffer buffer = ((ByteBuffer) present(value)).duplicate();
                byte[] copy = new byte[buffer.remaining()];
                buffer.get(copy);
                out.writeBytes(copy, copy.length);
            });
        }
        if (!(logical instanceof LogicalTypes.Decimal decimal) || decimal.getPrecision() > LONG_DIGITS) {
            return Optional.empty();
        }
        return Optional.of((value, out) -> out.writeUnscaled(unscaled((BigDecimal) present(value), decimal)));
    }

    private static long unscaled(BigDecimal value, LogicalTypes.Decimal type) {
        BigDecimal scaled =
                value.scale() == type.getScale() ? value : value.setScale(type.getScale(), RoundingMode.UNNECESSARY);
        if (scaled.precision() > type.getPrecision()) {
            throw new ArithmeticException(
                    value + " has more than " + type.getPrecision() + " digits at scale " + type.getScale());
        }
        // The same as its unscaled value, which would be a BigInteger first.
        return scaled.scaleByPowerOfTen(type.getScale()).longValueExact();
    }

    private static FieldWriter array(FieldWriter element) {
        return (value, out) -> {
            Collection<?> items = (Collection<?>) present(value);
            if (!items.isEmpty()) {
                out.writeLong(items.size());
                for (Object item : items) {
                    element.write(item, out);
                }
            }
            out.writeLong(0);
        };
    }

    private static FieldWriter map(FieldWriter element) {
        return (value, out) -> {
            Map<?, ?> items = (Map<?, ?>) present(value);
            if (!items.isEmpty()) {
                out.writeLong(items.size());
                items.forEach((key, item) -> {
                    out.writeText(String.valueOf(key));
                    element.write(item, out);
                });
            }
            out.writeLong(0);
        };
    }

    /** A record whose fields all have writers. */
    static Optional<FieldWriter> record(Schema schema) {
        List<Schema.Field> fields = schema.getFields();
        FieldWriter[] writers = new FieldWriter[fields.size()];
        for (Schema.Field field : fields) {
            Optional<FieldWriter> writer = of(field.schema());
            if (writer.isEmpty()) {
                return Optional.empty();
            }
            writers[field.pos()] = writer.get();
        }
        return Optional.of((value, out) -> {
            IndexedRecord record = (IndexedRecord) present(value);
            for (int i = 0; i < writers.length; i++) {
                write(writers[i], record, i, out);
            }
        });
    }

    private static void write(FieldWriter writer, IndexedRecord record, int position, AvroBuffer out) {
        try {
            writer.write(record.get(position), out);
        } catch (NullPointerException | ClassCastException | ArithmeticException unfit) {
            String field = record.getSchema().getFields().get(position).name();
            throw new IllegalArgumentException("field " + field + ": " + unfit.getMessage(), unfit);
        }
    }

    /** Only the union of null and one other type. */
    private static Optional<FieldWriter> union(List<Schema> types) {
        int nothing = types.getFirst().getType() == Schema.Type.NULL ? 0 : 1;
        if (types.size() != 2 || types.get(nothing).getType() != Schema.Type.NULL) {
            return Optional.empty();
        }
        return of(types.get(1 - nothing)).map(writer -> (value, out) -> {
            if (value == null) {
                out.writeBranch(nothing);
            } else {
                out.writeBranch(1 - nothing);
                writer.write(value, out);
            }
        });
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw new NullPointerException("is null, which its schema does not allow");
        }
        return value;
    }
}
