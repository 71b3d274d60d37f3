package dev.marketlake.serde;

import dev.marketlake.serde.SchemaRegistryClient.RegisteredSchema;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DatumWriter;
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
 * The registry is asked once per topic and schema: one that goes down hurts only schemas not written before. Safe for any thread once
 * configured.
 */
public final class KafkaAvroSerializer<T extends GenericContainer> implements Serializer<T> {
    private final Map<Written, SubjectWriter<T>> writers = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistryClient registry;
    private @Nullable RegistrySettings settings;
    private String suffix = "-value";

    private record Written(String topic, Schema schema) {}

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        GeneratedClasses.trust();
        settings = RegistrySettings.of(config);
        registry = new SchemaRegistryClient(settings);
        suffix = isKey ? "-key" : "-value";
    }

    /**
     * @throws SerializationException where the record does not fit its schema or the registry refuses it
     * @throws org.apache.kafka.common.errors.TimeoutException where the registry does not answer: trying again helps
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        SubjectWriter<T> writer = writer(topic, record);
        try {
            return writer.write(record);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("record for " + topic + " does not fit its schema: " + e.getMessage(), e);
        }
    }

    private SubjectWriter<T> writer(String topic, T record) {
        Schema schema = record.getSchema();
        Written key = new Written(topic, schema);
        SubjectWriter<T> writer = writers.get(key);
        if (writer == null) {
            writer = writer(topic + suffix, schema, record instanceof SpecificRecord);
            writers.put(key, writer);
        }
        return writer;
    }

    private SubjectWriter<T> writer(String subject, Schema schema, boolean generated) {
        if (registry == null || settings == null) {
            throw new IllegalStateException("configure() was not called");
        }
        if (settings.autoRegister()) {
            return own(registry.register(subject, schema).id(), schema, generated);
        }
        if (!settings.useLatestVersion()) {
            return own(registry.registered(subject, schema).id(), schema, generated);
        }
        RegisteredSchema latest = registry.latest(subject);
        DatumWriter<T> converting = converting(subject, avros(schema, generated), schema, latest.schema());
        return SubjectWriter.through(latest.id(), converting);
    }

    private static <T> SubjectWriter<T> own(int id, Schema schema, boolean generated) {
        Optional<SubjectWriter<T>> compiled = generated ? SubjectWriter.compiled(id, schema) : Optional.empty();
        return compiled.orElseGet(() -> SubjectWriter.through(id, avros(schema, generated)));
    }

    private static <T> DatumWriter<T> avros(Schema schema, boolean generated) {
        return generated ? new SpecificDatumWriter<>(schema) : new GenericDatumWriter<>(schema);
    }

    private DatumWriter<T> converting(String subject, DatumWriter<T> own, Schema schema, Schema latest) {
        if (SchemaNormalization.toParsingForm(schema).equals(SchemaNormalization.toParsingForm(latest))) {
            return own;
        }
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(latest, schema);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new SerializationException("the newest schema of " + subject + " cannot take these records: "
                    + compatibility.getResult().getIncompatibilities()
                    + ": register a compatible one, or leave out " + RegistrySettings.USE_LATEST);
        }
        return new ConvertingWriter<>(own, schema, latest);
    }
}
