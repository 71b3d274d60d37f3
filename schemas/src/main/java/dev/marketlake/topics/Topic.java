package dev.marketlake.topics;

import dev.marketlake.serde.KafkaAvroDeserializer;
import dev.marketlake.serde.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A topic with the type of its values. Keys are UTF-8 strings; values are Avro in Confluent's wire format.
 *
 * @param name topic name, for example {@code market.bars}
 * @param type generated class of its values
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> type) {

    /** Serde of the keys. */
    public Serde<String> keySerde() {
        return Serdes.String();
    }

    /** Serde of values of {@link #type}, and of nothing else, configured with Confluent's keys ({@code schema.registry.url} and so on). The caller closes it. */
    public Serde<V> valueSerde(Map<String, ?> registryConfig) {
        Map<String, Object> config = new HashMap<>(registryConfig);
        config.put("specific.avro.reader", true);
        config.put("specific.avro.value.type", type);
        Serializer<V> serializer = new KafkaAvroSerializer<>();
        serializer.configure(config, false);
        Deserializer<V> deserializer = new KafkaAvroDeserializer<>();
        deserializer.configure(config, false);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    @Override
    public String toString() {
        return name;
    }
}
