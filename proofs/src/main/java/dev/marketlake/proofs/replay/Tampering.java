package dev.marketlake.proofs.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import dev.marketlake.events.RawPosition;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Falsifies the lake on one trade date of one symbol by way of its topics, as a defect of the topology would: a bar with another close, a
 * reading withdrawn, an alert that nothing raised.
 */
final class Tampering {
    private static final Duration SINK_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String FALSE_CLOSE = "1.23000000";
    private static final RawPosition NOWHERE = new RawPosition("tampered", 0, 0L);

    private final Lake lake;
    private final Endpoints endpoints;
    private final Path spill;

    Tampering(Lake lake, Endpoints endpoints, Path spill) {
        this.lake = lake;
        this.endpoints = endpoints;
        this.spill = spill;
    }

    /** Returns when the lake holds it. @throws ProofFailed where it never does */
    void on(String symbol, LocalDate date) {
        var minute = minute(symbol, date);
        var config = Map.<String, Object>of("bootstrap.servers", endpoints.bootstrapServers());
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            send(producer, Topics.BARS, symbol, bar(symbol, date, minute, lineage(symbol, minute)));
            send(producer, Topics.INDICATORS, symbol, reading(symbol, date, minute));
            send(producer, Topics.ALERTS, symbol, alert(symbol, date, minute));
        }
        awaitInLake();
    }

    private Instant minute(String symbol, LocalDate date) {
        try (var session = session("gold.indicators")) {
            var found = session.rows("SELECT max(open_time) FROM gold.indicators WHERE interval = '1m' AND symbol = "
                    + LakeSession.text(symbol) + " AND trade_date = DATE '" + date + "'");
            return (Instant) requireNonNull(found.getFirst().getFirst());
        }
    }

    /** The raw record that the bar is made of: it claims to be true. */
    private RawPosition lineage(String symbol, Instant minute) {
        try (var session = session("silver.bars")) {
            var found = session.rows(
                            "SELECT raw_topic_id, raw_partition, raw_offset FROM silver.bars WHERE interval = '1m' AND symbol = "
                                    + LakeSession.text(symbol) + " AND open_time = TIMESTAMPTZ '" + minute + "'")
                    .getFirst();
            return new RawPosition(
                    String.valueOf(found.get(0)),
                    ((Number) requireNonNull(found.get(1))).intValue(),
                    ((Number) requireNonNull(found.get(2))).longValue());
        }
    }

    private LakeSession session(String table) {
        var session = LakeSession.open(spill);
        session.lay(lake.live(table, file -> true).orElseThrow());
        return session;
    }

    private void awaitInLake() {
        long giveUpAt = System.nanoTime() + SINK_PATIENCE.toNanos();
        while (count("silver.bars", "close = " + FALSE_CLOSE) == 0
                || count("gold.alerts", "rule = 'tampered'") == 0
                || count("gold.indicators", "raw_topic_id = 'tampered'") > 0) {
            if (System.nanoTime() - giveUpAt > 0) {
                throw new ProofFailed("the lake sink did not take the falsified rows");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private long count(String table, String condition) {
        try (var session = session(table)) {
            return ((Number) requireNonNull(session.rows("SELECT count(*) FROM " + table + " WHERE " + condition)
                            .getFirst()
                            .getFirst()))
                    .longValue();
        }
    }

    private <V extends SpecificRecord> void send(
            KafkaProducer<byte[], byte[]> producer, Topic<V> topic, String symbol, V value) {
        try (var serde = topic.valueSerde(Map.of("schema.registry.url", endpoints.registryUrl()))) {
            producer.send(new ProducerRecord<>(
                    topic.name(),
                    symbol.getBytes(StandardCharsets.UTF_8),
                    serde.serializer().serialize(topic.name(), value)));
        }
    }

    private static Bar bar(String symbol, LocalDate date, Instant minute, RawPosition lineage) {
        var price = new BigDecimal(FALSE_CLOSE);
        var bar = new Bar();
        bar.setSymbol(symbol);
        bar.setInterval("1m");
        bar.setOpenTime(minute);
        bar.setTradeDate(date);
        bar.setSession("REGULAR");
        bar.setOpen(price);
        bar.setHigh(price);
        bar.setLow(price);
        bar.setClose(price);
        bar.setVolume(1L);
        bar.setSource("ALPHA_VANTAGE");
        bar.setPriceBasis("RAW");
        bar.setComplete(true);
        bar.setValid(true);
        bar.setViolations(List.of());
        bar.setObservedAt(minute);
        bar.setLineage(lineage);
        return bar;
    }

    private static Indicators reading(String symbol, LocalDate date, Instant minute) {
        var reading = new Indicators();
        reading.setSymbol(symbol);
        reading.setInterval("1m");
        reading.setOpenTime(minute);
        reading.setTradeDate(date);
        reading.setDeleted(true);
        reading.setObservedAt(minute);
        reading.setLineage(NOWHERE);
        return reading;
    }

    private static Alert alert(String symbol, LocalDate date, Instant minute) {
        var alert = new Alert();
        alert.setAlertId("tampered|" + symbol + "|1m|" + minute);
        alert.setRule("tampered");
        alert.setKind("VOLUME_SPIKE");
        alert.setSymbol(symbol);
        alert.setInterval("1m");
        alert.setOpenTime(minute);
        alert.setTradeDate(date);
        alert.setSeverity("INFO");
        alert.setState("RAISED");
        alert.setMessage("Never happened.");
        alert.setEvidence(Map.of());
        alert.setPositions(List.of());
        alert.setRulesVersion("none");
        alert.setRaisedAt(minute);
        alert.setObservedAt(minute);
        return alert;
    }
}
