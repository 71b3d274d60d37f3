package dev.marketlake.lake.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;

/** Takes a few values out of packed rows, without the others. Does not change. */
public final class PackedKeys {
    private static final int SKIPPED = -1;

    private final List<Schema> upToLast;
    /** Where the value of each of these fields goes. */
    private final int[] places;

    private final int count;

    /**
     * @param schema of the rows
     * @param positions of the fields to take: text, whole numbers or times, perhaps in a union with null
     */
    public PackedKeys(Schema schema, int... positions) {
        this.count = positions.length;
        this.places = new int[Arrays.stream(positions).max().orElse(-1) + 1];
        Arrays.fill(places, SKIPPED);
        for (int place = 0; place < count; place++) {
            places[positions[place]] = place;
        }
        this.upToLast = schema.getFields().stream()
                .limit(places.length)
                .map(Schema.Field::schema)
                .toList();
    }

    /** The values, in the order of the positions. @throws NullPointerException where one of them is null */
    public List<Object> of(PackedRow row) {
        BinaryDecoder in = row.decoder(null);
        Object[] values = new Object[count];
        try {
            for (int i = 0; i < places.length; i++) {
                if (places[i] == SKIPPED) {
                    skip(upToLast.get(i), in);
                } else {
                    values[places[i]] = value(upToLast.get(i), in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a packed row does not fit its schema", e);
        }
        return List.of(values);
    }

    /** As Avro does; that one looks at its limits for each value, which takes longer than the value. */
    private static void skip(Schema type, BinaryDecoder in) throws IOException {
        switch (type.getType()) {
            case UNION -> skip(type.getTypes().get(in.readIndex()), in);
            case STRING, BYTES -> in.skipBytes();
            case FIXED -> in.skipFixed(type.getFixedSize());
            case INT, LONG -> in.readLong();
            case DOUBLE -> in.skipFixed(Double.BYTES);
            case NULL -> {}
            default -> GenericDatumReader.skip(type, in);
        }
    }

    private static Object value(Schema type, BinaryDecoder in) throws IOException {
        return switch (type.getType()) {
            case UNION -> value(type.getTypes().get(in.readIndex()), in);
            case STRING -> in.readString();
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case NULL -> throw new NullPointerException("a row without its key");
            default -> throw new IllegalArgumentException("no key can be of type " + type);
        };
    }
}
