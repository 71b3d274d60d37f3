package dev.marketlake.topics;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.serde.KafkaAvroDeserializer;
import dev.marketlake.serde.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * A topic with the type of its values. Keys are UTF-8 strings; values are Avro in Confluent's wire format.
 *
 * @param name topic name, for example {@code market.bars}
 * @param type generated class of its values
 */
public record Topic<V extends SpecificRecord>(String name, Class<V> type) {
    /** Names another serializer with Confluent's configuration keys, such as Confluent's own; ours without it. */
    public static final String VALUE_SERIALIZER = "marketlake.value.serializer";

    /** Serde of the keys. */
    public Serde<String> keySerde() {
        return Serdes.String();
    }

    /**
     * Serde of values of {@link #type}, and of nothing else, configured with Confluent's keys ({@code schema.registry.url} and so on).
     * The caller closes it.
     *
     * @throws InvalidConfig where {@link #VALUE_SERIALIZER} names what cannot be used
     */
    public Serde<V> valueSerde(Map<String, ?> registryConfig) {
        Map<String, Object> config = new HashMap<>(registryConfig);
        config.put("specific.avro.reader", true);
        config.put("specific.avro.value.type", type);
        Serializer<V> serializer = serializer(config.get(VALUE_SERIALIZER));
        serializer.configure(config, false);
        Deserializer<V> deserializer = new KafkaAvroDeserializer<>();
        deserializer.configure(config, false);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    @SuppressWarnings("unchecked") // A serializer of any Avro record is one of V.
    private static <V extends SpecificRecord> Serializer<V> serializer(@Nullable Object name) {
        if (name == null) {
            return new KafkaAvroSerializer<>();
        }
        try {
            return Utils.newInstance(name.toString(), Serializer.class);
        } catch (ClassNotFoundException | ClassCastException | KafkaException e) {
            throw new InvalidConfig(
                    VALUE_SERIALIZER + " is " + name
                            + ", which is no serializer on the class path: correct it, or leave it out",
                    e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
