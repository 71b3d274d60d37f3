package dev.marketlake.stream.run;

import dev.marketlake.config.Watchlist;
import dev.marketlake.reach.BrokerReach;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.stream.EveryKind;
import dev.marketlake.stream.StreamSettings;
import dev.marketlake.topics.TopicSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Starts of a topology whose broker and registry do not answer. */
final class Starts {
    private Starts() {}

    /** @param client settings of the Kafka client besides the broker's address */
    static StreamsStart of(StreamSettings settings, Map<String, Object> client) {
        var broker = new HashMap<String, Object>(client);
        broker.put("bootstrap.servers", "127.0.0.1:1");
        return new StreamsStart(
                new KafkaProperties(),
                settings,
                TopicSettings.read(Path.of("../config/topics.yml")),
                Watchlist.of("AAPL"),
                () -> EveryKind.RULES,
                new EarlyMeters(),
                new BrokerReach(broker),
                new RegistryReach(Map.of("schema.registry.url", "http://127.0.0.1:1")));
    }
}
