package dev.marketlake.allinone.replay;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.serde.UndecodableValue;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the event out of a raw record, with the stream processor's own parsers. A record that it rejects has none. One that claims to be
 * from the future is left to the job's own tolerance.
 */
final class RawReader {
    private static final Duration ANY_FUTURE = Duration.ofDays(36_500);

    private final Deserializer<RawQuote> deserializer;
    private final Parsing parsing;

    /** @param registry serializer configuration under Confluent's keys */
    RawReader(Watchlist watchlist, Map<String, ?> registry) {
        this.deserializer = Topics.RAW.valueSerde(registry).deserializer();
        this.parsing = new Parsing(watchlist, ANY_FUTURE);
    }

    /** @throws org.apache.kafka.common.KafkaException where the registry does not answer */
    Optional<Observation> event(RawRow row) {
        try {
            RawQuote quote = deserializer.deserialize(Topics.RAW.name(), row.value());
            return quote != null
                            && Arrays.equals(row.key(), quote.getSymbol().getBytes(StandardCharsets.UTF_8))
                            && parsing.observation(quote) instanceof Observation observation
                    ? Optional.of(observation)
                    : Optional.empty();
        } catch (UndecodableValue refused) {
            return Optional.empty();
        }
    }
}
