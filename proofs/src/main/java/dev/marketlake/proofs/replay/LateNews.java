package dev.marketlake.proofs.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.events.RawQuote;
import dev.marketlake.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a back-test must not see: of a trade date that is over, a correction of its first bar, one more bar behind its last, and a split. */
final class LateNews {
    static final long VOLUME = 9_999_999;

    private final Lake lake;
    private final Endpoints endpoints;
    private final Path spill;

    LateNews(Lake lake, Endpoints endpoints, Path spill) {
        this.lake = lake;
        this.endpoints = endpoints;
        this.spill = spill;
    }

    /** Publishes all three, observed at {@code now}. */
    void publish(String symbol, LocalDate date, Instant now) {
        try (var serde = Topics.RAW.valueSerde(Map.of("schema.registry.url", endpoints.registryUrl()));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", endpoints.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            RawQuote first = serde.deserializer().deserialize(Topics.RAW.name(), raw(symbol, date, "ASC"));
            RawQuote last = serde.deserializer().deserialize(Topics.RAW.name(), raw(symbol, date, "DESC"));
            first.setPayload(
                    first.getPayload().replaceAll("\"5. volume\":\\s*\"\\d+\"", "\"5. volume\":\"" + VOLUME + "\""));
            last.setPayload(
                    last.getPayload().replaceAll("\"time\":\\s*\"(\\S+) [0-9:]+\"", "\"time\":\"$1 16:30:00\""));
            var split = RawQuote.newBuilder(last)
                    .setFeed("CORPORATE_ACTION")
                    .setInterval(null)
                    .setPayload("{\"split\":{\"effective_date\":\"" + date + "\",\"split_factor\":\"2.0000\"}}")
                    .build();
            int sequence = 0;
            for (var quote : new RawQuote[] {first, last, split}) {
                quote.setObservedAt(now);
                quote.setRequestId("late-news");
                quote.setSequence(sequence++);
                producer.send(new ProducerRecord<>(
                        Topics.RAW.name(),
                        symbol.getBytes(StandardCharsets.UTF_8),
                        serde.serializer().serialize(Topics.RAW.name(), quote)));
            }
        }
    }

    /** The raw record behind the first bar of a date, or the last. */
    private byte[] raw(String symbol, LocalDate date, String order) {
        try (var session = LakeSession.open(spill)) {
            session.lay(lake.live("bronze.raw_quotes", file -> true).orElseThrow());
            session.lay(lake.live("silver.bars", file -> true).orElseThrow());
            var found = session.rows("SELECT r.value FROM silver.bars b JOIN bronze.raw_quotes r"
                    + " ON r.kafka_topic_id = b.raw_topic_id AND r.kafka_partition = b.raw_partition"
                    + " AND r.kafka_offset = b.raw_offset WHERE b.symbol = " + LakeSession.text(symbol)
                    + " AND b.trade_date = DATE '" + date + "' AND b.interval = '1m' ORDER BY b.open_time " + order
                    + " LIMIT 1");
            return (byte[]) requireNonNull(found.getFirst().getFirst());
        }
    }
}
