package dev.marketlake.lake.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How packed rows of a schema go into Parquet's columns: value by value as they stand, no row is made of them. What comes out is what
 * parquet-avro's own {@code AvroWriteSupport} makes of the same rows as objects, byte for byte. Does not change.
 */
final class PackedColumns {
    private final List<Field> fields;

    private PackedColumns(List<Field> fields) {
        this.fields = fields;
    }

    /** @throws IllegalArgumentException where a field is of a type that no column can have */
    static PackedColumns of(Schema schema) {
        return new PackedColumns(fields(schema));
    }

    /** One way of rows into a file, with the room that values are read into. For one thread. */
    static final class Way {
        private final RecordConsumer out;
        private @Nullable BinaryDecoder used;
        private ByteBuffer text = ByteBuffer.allocate(1 << 10);
        private byte[] fixed = new byte[0];

        Way(RecordConsumer out) {
            this.out = out;
        }

        private Binary text(BinaryDecoder in) throws IOException {
            ByteBuffer read = in.readBytes(text);
            text = read;
            return Binary.fromReusedByteArray(read.array(), 0, read.remaining());
        }

        private Binary fixed(BinaryDecoder in, int size) throws IOException {
            if (fixed.length != size) {
                fixed = new byte[size];
            }
            in.readFixed(fixed, 0, size);
            return Binary.fromReusedByteArray(fixed);
        }
    }

    /** Takes the next value off a row and gives it to Parquet. */
    private interface Value {
        void go(BinaryDecoder in, Way way) throws IOException;
    }

    /** @param none branch of a union that is null; -1 where it is always there */
    private record Field(String name, int position, int none, Value value) {
        void go(BinaryDecoder in, Way way) throws IOException {
            if (none < 0 || in.readIndex() != none) {
                way.out.startField(name, position);
                value.go(in, way);
                way.out.endField(name, position);
            }
        }
    }

    /** @throws IOException where the row does not fit the schema */
    void write(PackedRow row, Way way) throws IOException {
        BinaryDecoder in = row.decoder(way.used);
        way.used = in;
        way.out.startMessage();
        for (Field field : fields) {
            field.go(in, way);
        }
        way.out.endMessage();
    }

    private static List<Field> fields(Schema record) {
        List<Field> fields = new ArrayList<>();
        record.getFields().forEach(field -> fields.add(field(field.name(), field.pos(), field.schema())));
        return fields;
    }

    private static Field field(String name, int position, Schema type) {
        if (!type.isUnion()) {
            return new Field(name, position, -1, value(type));
        }
        int none = type.getTypes().getFirst().getType() == Schema.Type.NULL ? 0 : 1;
        if (type.getTypes().size() != 2 || type.getTypes().get(none).getType() != Schema.Type.NULL) {
            throw noColumn(type);
        }
        return new Field(name, position, none, value(type.getTypes().get(1 - none)));
    }

    private static Value value(Schema type) {
        return switch (type.getType()) {
            case STRING, BYTES -> (in, way) -> way.out.addBinary(way.text(in));
            case FIXED -> {
                int size = type.getFixedSize();
                yield (in, way) -> way.out.addBinary(way.fixed(in, size));
            }
            case INT -> (in, way) -> way.out.addInteger(in.readInt());
            case LONG -> (in, way) -> way.out.addLong(in.readLong());
            case FLOAT -> (in, way) -> way.out.addFloat(in.readFloat());
            case DOUBLE -> (in, way) -> way.out.addDouble(in.readDouble());
            case BOOLEAN -> (in, way) -> way.out.addBoolean(in.readBoolean());
            case ARRAY -> list(field("element", 0, type.getElementType()));
            case MAP -> map(field("value", 1, type.getValueType()));
            case RECORD -> struct(fields(type));
            case ENUM, UNION, NULL -> throw noColumn(type);
        };
    }

    private static IllegalArgumentException noColumn(Schema type) {
        return new IllegalArgumentException("no column can have the type " + type);
    }

    /** How many items the next block of a list or a map has; 0 after the last one. */
    private interface Blocks {
        long next(BinaryDecoder in) throws IOException;
    }

    private static Value list(Field element) {
        return repeated("list", struct(List.of(element)), BinaryDecoder::readArrayStart, BinaryDecoder::arrayNext);
    }

    private static Value map(Field value) {
        Field key = new Field("key", 0, -1, (in, way) -> way.out.addBinary(way.text(in)));
        return repeated("key_value", struct(List.of(key, value)), BinaryDecoder::readMapStart, BinaryDecoder::mapNext);
    }

    private static Value repeated(String name, Value item, Blocks first, Blocks others) {
        return (in, way) -> {
            way.out.startGroup();
            long more = first.next(in);
            boolean any = more > 0;
            if (any) {
                way.out.startField(name, 0);
            }
            for (; more > 0; more = others.next(in)) {
                for (long i = 0; i < more; i++) {
                    item.go(in, way);
                }
            }
            if (any) {
                way.out.endField(name, 0);
            }
            way.out.endGroup();
        };
    }

    private static Value struct(List<Field> fields) {
        return (in, way) -> {
            way.out.startGroup();
            for (Field field : fields) {
                field.go(in, way);
            }
            way.out.endGroup();
        };
    }
}
