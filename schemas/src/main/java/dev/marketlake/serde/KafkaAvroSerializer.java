package dev.marketlake.serde;

import dev.marketlake.serde.SchemaRegistryClient.RegisteredSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records as Confluent does: a zero byte, the schema id as four bytes big-endian, Avro binary. Takes Confluent's
 * configuration keys and stands where Confluent's class of the same name can stand, so that either can be named in a configuration.
 *
 * <pre>
 *   0        1                5
 *   +--------+----------------+-------------------
 *   | 0x00   | schema id (int)| Avro binary ...
 *   +--------+----------------+-------------------
 * </pre>
 *
 * Safe for any thread once configured.
 */
public final class KafkaAvroSerializer<T extends GenericContainer> implements Serializer<T> {
    private final Map<Schema, DatumWriter<T>> writers = new ConcurrentHashMap<>();
    private final Map<String, String> subjects = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistryClient registry;
    private String suffix = "-value";

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        registry = new SchemaRegistryClient(RegistrySettings.of(config));
        suffix = isKey ? "-key" : "-value";
    }

    /** @throws SerializationException where the record does not fit its schema or the registry refuses it */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        RegisteredSchema registered =
                registry().forWriting(subjects.computeIfAbsent(topic, t -> t + suffix), record.getSchema());
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        WireFormat.writeHeader(out, registered.id());
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            writers.computeIfAbsent(registered.schema(), schema -> writer(schema, record))
                    .write(record, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("record for " + topic + " does not fit its schema: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private DatumWriter<T> writer(Schema schema, T record) {
        return record instanceof SpecificRecord ? new SpecificDatumWriter<>(schema) : new GenericDatumWriter<>(schema);
    }

    private SchemaRegistryClient registry() {
        if (registry == null) {
            throw new IllegalStateException("configure() was not called");
        }
        return registry;
    }
}
