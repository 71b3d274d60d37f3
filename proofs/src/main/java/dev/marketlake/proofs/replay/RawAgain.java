package dev.marketlake.proofs.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.events.RawQuote;
import dev.marketlake.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Raw records behind bars of the lake, taken up to say something else the next time. @param spill for what does not fit into memory */
record RawAgain(Lake lake, Endpoints endpoints, Path spill) {
    /** Which one-minute bar of a trade date. */
    enum Minute {
        FIRST("ASC"),
        LAST("DESC");

        private final String order;

        Minute(String order) {
            this.order = order;
        }
    }

    /** The raw record behind a bar. */
    RawQuote behind(String symbol, LocalDate date, Minute minute) {
        try (var serde = Topics.RAW.valueSerde(registry())) {
            return serde.deserializer().deserialize(Topics.RAW.name(), raw(symbol, date, minute));
        }
    }

    /** Has a bar's record say another volume. */
    static void setVolume(RawQuote quote, long volume) {
        quote.setPayload(
                quote.getPayload().replaceAll("\"5. volume\":\\s*\"\\d+\"", "\"5. volume\":\"" + volume + "\""));
    }

    void publish(String symbol, List<RawQuote> quotes) {
        try (var serde = Topics.RAW.valueSerde(registry());
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", endpoints.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (var quote : quotes) {
                producer.send(new ProducerRecord<>(
                        Topics.RAW.name(),
                        symbol.getBytes(StandardCharsets.UTF_8),
                        serde.serializer().serialize(Topics.RAW.name(), quote)));
            }
        }
    }

    private Map<String, String> registry() {
        return Map.of("schema.registry.url", endpoints.registryUrl());
    }

    private byte[] raw(String symbol, LocalDate date, Minute minute) {
        try (var session = LakeSession.open(spill)) {
            session.lay(lake.live("bronze.raw_quotes", file -> true).orElseThrow());
            session.lay(lake.live("silver.bars", file -> true).orElseThrow());
            var found = session.rows("SELECT r.value FROM silver.bars b JOIN bronze.raw_quotes r"
                    + " ON r.kafka_topic_id = b.raw_topic_id AND r.kafka_partition = b.raw_partition"
                    + " AND r.kafka_offset = b.raw_offset WHERE b.symbol = " + LakeSession.text(symbol)
                    + " AND b.trade_date = DATE '" + date + "' AND b.interval = '1m' ORDER BY b.open_time "
                    + minute.order + " LIMIT 1");
            return (byte[]) requireNonNull(found.getFirst().getFirst());
        }
    }
}
