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

/** One more observation of a bar that left the live depth long ago, with another volume: what a provider's late correction looks like. */
final class LateCorrection {
    static final long VOLUME = 7_777_777;

    private final Lake lake;
    private final Endpoints endpoints;
    private final Path spill;

    LateCorrection(Lake lake, Endpoints endpoints, Path spill) {
        this.lake = lake;
        this.endpoints = endpoints;
        this.spill = spill;
    }

    /** Publishes it, observed at {@code now}, for the first minute of a trade date. */
    void publish(String symbol, LocalDate date, Instant now) {
        try (var serde = Topics.RAW.valueSerde(Map.of("schema.registry.url", endpoints.registryUrl()));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", endpoints.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            RawQuote quote = serde.deserializer().deserialize(Topics.RAW.name(), raw(symbol, date));
            quote.setPayload(
                    quote.getPayload().replaceAll("\"5. volume\":\\s*\"\\d+\"", "\"5. volume\":\"" + VOLUME + "\""));
            quote.setObservedAt(now);
            quote.setRequestId("late-correction");
            producer.send(new ProducerRecord<>(
                    Topics.RAW.name(),
                    symbol.getBytes(StandardCharsets.UTF_8),
                    serde.serializer().serialize(Topics.RAW.name(), quote)));
        }
    }

    /** The raw record behind the bar. */
    private byte[] raw(String symbol, LocalDate date) {
        try (var session = LakeSession.open(spill)) {
            session.lay(lake.live("bronze.raw_quotes", file -> true).orElseThrow());
            session.lay(lake.live("silver.bars", file -> true).orElseThrow());
            var found = session.rows("SELECT r.value FROM silver.bars b JOIN bronze.raw_quotes r"
                    + " ON r.kafka_topic_id = b.raw_topic_id AND r.kafka_partition = b.raw_partition"
                    + " AND r.kafka_offset = b.raw_offset WHERE b.symbol = " + LakeSession.text(symbol)
                    + " AND b.trade_date = DATE '" + date + "' AND b.interval = '1m' ORDER BY b.open_time LIMIT 1");
            return (byte[]) requireNonNull(found.getFirst().getFirst());
        }
    }

    /** How many minutes of the lake have the corrected volume. */
    long inLake() {
        try (var session = LakeSession.open(spill)) {
            session.lay(lake.live("silver.bars", file -> true).orElseThrow());
            return ((Number) requireNonNull(session.rows(
                                    "SELECT count(*) FROM silver.bars WHERE interval = '1m' AND volume = " + VOLUME)
                            .getFirst()
                            .getFirst()))
                    .longValue();
        }
    }
}
