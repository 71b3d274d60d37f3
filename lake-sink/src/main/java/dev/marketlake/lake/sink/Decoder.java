package dev.marketlake.lake.sink;

import dev.marketlake.lake.table.Arrival;
import dev.marketlake.serde.UndecodableValue;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads values as generic records, with the schema they were written with: the sink depends on no generated class. A record of another
 * type than the topic's is as good as undecodable, before anybody learns columns from it.
 */
final class Decoder {
    private final Deserializer<?> values;
    private final String type;

    /**
     * @param values throws {@link UndecodableValue} for poison, and another KafkaException where the registry does not answer or refuses
     * @param type full name of the topic's records
     */
    Decoder(Deserializer<?> values, String type) {
        this.values = values;
        this.type = type;
    }

    /** @throws KafkaException where the registry does not answer or refuses, and the schema is not known yet */
    Arrival decode(String topicId, ConsumerRecord<byte[], byte[]> record) {
        byte[] bytes = record.value();
        if (bytes == null) {
            return new Arrival(topicId, record, null, "the record has no value");
        }
        Object value;
        try {
            value = values.deserialize(record.topic(), bytes);
        } catch (UndecodableValue e) {
            return new Arrival(topicId, record, null, String.valueOf(e.getMessage()));
        }
        if (!(value instanceof GenericRecord decoded)) {
            return new Arrival(topicId, record, null, "the value is no record");
        }
        String found = decoded.getSchema().getFullName();
        return type.equals(found)
                ? new Arrival(topicId, record, decoded, null)
                : new Arrival(topicId, record, null, "the value is a " + found + ", not a " + type);
    }
}
