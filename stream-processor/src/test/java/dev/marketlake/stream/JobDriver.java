package dev.marketlake.stream;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.topics.JobRecord;
import dev.marketlake.topics.JobTopics;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology as a history job in the test driver. The raw record at place n was first published at offset 1000 + n. */
final class JobDriver implements AutoCloseable {
    private static final JobTopics TOPICS = new JobTopics("test");

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private long place;

    JobDriver(Map<String, Object> settings, AlertRules alerts, String from, String to, String... symbols) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(Map.of("job.id", TOPICS.id(), "job.from", from, "job.to", to, "job.clock", "2019-03-02T00:00:00Z"));
        TopologyInputs inputs = new TopologyInputs(
                Settings.of(all),
                Watchlist.of(symbols),
                () -> alerts,
                MarketDriver.RAW_TOPIC_ID,
                MarketDriver.REGISTRY.config(),
                new SimpleMeterRegistry());
        Properties config = new Properties();
        config.put("application.id", TOPICS.application());
        config.put("bootstrap.servers", "not:1");
        config.put("processing.guarantee", "exactly_once_v2");
        config.put("state.dir", System.getProperty("java.io.tmpdir") + "/job-driver-" + System.nanoTime());
        // Another clock than the job's: nothing may depend on it.
        driver = new TopologyTestDriver(
                new MarketTopology(inputs).build(), config, Instant.parse("2030-01-01T00:00:00Z"));
        raw = driver.createInputTopic(TOPICS.of(Topics.RAW), new ByteArraySerializer(), new ByteArraySerializer());
    }

    JobDriver pipe(List<RawQuote> quotes) {
        for (RawQuote quote : quotes) {
            RecordHeaders headers = new RecordHeaders();
            new JobRecord(place, 1_551_484_800_000L, new RawPosition("first-topic", 3, 1_000 + place)).addTo(headers);
            place++;
            byte[] key = quote.getSymbol().getBytes(StandardCharsets.UTF_8);
            raw.pipeInput(new TestRecord<>(key, MarketDriver.bytes(quote), headers));
        }
        return this;
    }

    JobDriver end() {
        RecordHeaders headers = new RecordHeaders();
        JobRecord.addEnd(headers);
        raw.pipeInput(new TestRecord<>(null, null, headers));
        return this;
    }

    /** A record that the job did not write. */
    void stray() {
        raw.pipeInput(new byte[] {'A'}, new byte[] {0});
    }

    <V extends SpecificRecord> List<V> read(Topic<V> topic) {
        return driver.createOutputTopic(
                        TOPICS.of(topic),
                        new StringDeserializer(),
                        topic.valueSerde(MarketDriver.REGISTRY.config()).deserializer())
                .readValuesToList();
    }

    Tables tables() {
        Tables tables = new Tables();
        List.of(Topics.BARS, Topics.INDICATORS, Topics.ALERTS)
                .forEach(topic -> read(topic).forEach(tables::add));
        return tables;
    }

    @Override
    public void close() {
        driver.close();
    }
}
