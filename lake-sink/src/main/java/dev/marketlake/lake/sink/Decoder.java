package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.Arrival;
import dev.marketlake.serde.UndecodableValue;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads values as generic records, with the schema they were written with: the sink depends on no generated class. */
final class Decoder {
    private final Deserializer<GenericRecord> values;

    /** @param values throws {@link UndecodableValue} for poison and a retriable exception where the registry does not answer */
    Decoder(Deserializer<GenericRecord> values) {
        this.values = values;
    }

    /** @throws RetriableException where the registry does not answer and the schema is not known yet */
    Arrival decode(String topicId, ConsumerRecord<byte[], byte[]> record) {
        byte[] bytes = record.value();
        if (bytes == null) {
            return new Arrival(topicId, record, null, "the record has no value");
        }
        try {
            return new Arrival(topicId, record, values.deserialize(record.topic(), bytes), null);
        } catch (SerializationException e) {
            return new Arrival(topicId, record, null, String.valueOf(e.getMessage()));
        }
    }
}
