package dev.marketlake.serde;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link KafkaAvroSerializer} or Confluent's serializer wrote: into generated classes where {@code specific.avro.reader} is
 * true, else into generic records. {@code specific.avro.value.type} (or {@code .key.type}) names the one class to read into; without it
 * the class named by the writer's schema is taken.
 *
 * <p>The registry is asked once per id: one that goes down hurts only ids not read before. Safe for any thread once configured.
 */
public final class KafkaAvroDeserializer<T> implements Deserializer<T> {
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistryClient registry;
    private @Nullable SpecificType specific;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        GeneratedClasses.trust();
        RegistrySettings settings = RegistrySettings.of(config);
        registry = new SchemaRegistryClient(settings);
        specific = settings.specificReader() ? SpecificType.of(config, isKey) : null;
    }

    /**
     * @throws UndecodableValue where the record itself is at fault: its bytes are not Avro in the wire format, the registry has no such
     *     schema, or the schema does not fit the class to read into
     * @throws SerializationException where the registry refuses to answer, for example for lack of credentials
     * @throws org.apache.kafka.common.errors.TimeoutException where the registry does not answer: trying again helps
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        int id = WireFormat.schemaId(bytes);
        DatumReader<T> reader = readers.get(id);
        if (reader == null) {
            reader = reader(id);
            readers.put(id, reader);
        }
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER, bytes.length - WireFormat.HEADER, null);
        T value;
        boolean atEnd;
        try {
            value = reader.read(null, decoder);
            atEnd = decoder.isEnd();
        } catch (IOException | RuntimeException e) {
            // Whatever random bytes make Avro throw, an empty decimal's NumberFormatException included, the bytes are
            // at fault.
            throw new UndecodableValue("value does not match schema " + id + ": " + e.getMessage(), e);
        }
        if (!atEnd) {
            throw new UndecodableValue("bytes are left over after a value of schema " + id);
        }
        return value;
    }

    private DatumReader<T> reader(int id) {
        if (registry == null) {
            throw new IllegalStateException("configure() was not called");
        }
        Schema written = registry.schema(id);
        if (specific == null) {
            return new GenericDatumReader<>(written);
        }
        Schema expected = specific.schema(written);
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(expected, written);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new UndecodableValue(
                    "value of schema " + id + " is a " + written.getFullName() + " that cannot be read as "
                            + expected.getFullName() + ": "
                            + compatibility.getResult().getIncompatibilities());
        }
        return new SpecificDatumReader<>(written, expected);
    }
}
