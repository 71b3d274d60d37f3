package dev.marketlake.stream;

import dev.marketlake.config.Watchlist;
import dev.marketlake.stream.judge.AlertRules;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that a topology is a function of.
 *
 * @param alerts the rules in force; safe for any thread
 * @param rawTopicId Kafka's id of market.raw, as Kafka prints it
 * @param registry serializer configuration under Confluent's keys
 */
public record TopologyInputs(
        StreamSettings settings,
        Watchlist watchlist,
        Supplier<AlertRules> alerts,
        String rawTopicId,
        Map<String, Object> registry,
        MeterRegistry meters) {
    public TopologyInputs {
        registry = Map.copyOf(registry);
    }
}
