package dev.marketlake.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A record as a client sees it that knows Avro but none of our logical types: times are numbers, decimals are bytes. */
final class PlainJson {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private PlainJson() {}

    static JsonNode of(SpecificRecord record) {
        // Once through text, so that numbers compare as JSON has them.
        return MAPPER.readTree(json(withoutLogicalTypes(record)).toString());
    }

    private static IndexedRecord withoutLogicalTypes(SpecificRecord record) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new SpecificDatumWriter<SpecificRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return new GenericDatumReader<IndexedRecord>(record.getSchema())
                    .read(null, DecoderFactory.get().binaryDecoder(out.toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> MAPPER.nullNode();
            case IndexedRecord record -> record(record);
            case Map<?, ?> map -> map(map);
            case Collection<?> items -> array(items);
            case ByteBuffer bytes ->
                MAPPER.createObjectNode().put("hex", HexFormat.of().formatHex(bytes.array()));
            case CharSequence text -> MAPPER.valueToTree(text.toString());
            case Double number -> number(number);
            default -> MAPPER.valueToTree(value);
        };
    }

    /** JavaScript prints 4.0 as 4. */
    private static JsonNode number(double value) {
        return MAPPER.valueToTree(value == Math.rint(value) ? (Object) (long) value : (Object) value);
    }

    private static JsonNode record(IndexedRecord record) {
        ObjectNode node = MAPPER.createObjectNode();
        record.getSchema().getFields().forEach(field -> node.set(field.name(), json(record.get(field.pos()))));
        return node;
    }

    private static JsonNode map(Map<?, ?> map) {
        ObjectNode node = MAPPER.createObjectNode();
        map.forEach((key, value) -> node.set(key.toString(), json(value)));
        return node;
    }

    private static JsonNode array(Collection<?> items) {
        ArrayNode node = MAPPER.createArrayNode();
        items.forEach(item -> node.add(json(item)));
        return node;
    }
}
