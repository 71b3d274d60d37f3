package dev.marketlake.allinone.replay;

import dev.marketlake.events.RawPosition;
import dev.marketlake.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.function.Consumer;

/**
 * market.raw as far back as it still goes.
 *
 * @param topicId Kafka's id of it
 */
record TopicRows(JobClients clients, String topicId) implements RawRows {
    @Override
    public void each(Collection<String> symbols, Instant since, Consumer<RawRow> taker) {
        var wanted = new HashSet<>(symbols);
        clients.read(Topics.RAW.name(), record -> {
            var key = record.key();
            if (key != null && wanted.contains(new String(key, StandardCharsets.UTF_8))) {
                var position = new RawPosition(topicId, record.partition(), record.offset());
                taker.accept(new RawRow(key, record.value(), record.timestamp(), position));
            }
        });
    }
}
