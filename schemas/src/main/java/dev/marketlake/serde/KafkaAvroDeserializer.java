package dev.marketlake.serde;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link KafkaAvroSerializer} or Confluent's serializer wrote: into generated classes where {@code specific.avro.reader} is
 * true, else into generic records. Safe for any thread once configured.
 */
public final class KafkaAvroDeserializer<T> implements Deserializer<T> {
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistryClient registry;
    private boolean specific;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        RegistrySettings settings = RegistrySettings.of(config);
        registry = new SchemaRegistryClient(settings);
        specific = settings.specificReader();
    }

    /**
     * @throws UndecodableValue where the bytes are not Avro in the wire format: the record itself is at fault
     * @throws SerializationException where the registry does not know the id
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
            reader = reader(registry().schema(id));
            readers.put(id, reader);
        }
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, WireFormat.HEADER, bytes.length - WireFormat.HEADER, null);
        try {
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UndecodableValue("bytes are left over after a value of schema " + id);
            }
            return value;
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | ClassCastException e) {
            throw new UndecodableValue("value does not match schema " + id + ": " + e.getMessage(), e);
        }
    }

    private DatumReader<T> reader(Schema written) {
        if (!specific) {
            return new GenericDatumReader<>(written);
        }
        Class<?> type = SpecificData.get().getClass(written);
        Schema expected = type == null ? written : SpecificData.get().getSchema(type);
        return new SpecificDatumReader<>(written, expected);
    }

    private SchemaRegistryClient registry() {
        if (registry == null) {
            throw new IllegalStateException("configure() was not called");
        }
        return registry;
    }
}
