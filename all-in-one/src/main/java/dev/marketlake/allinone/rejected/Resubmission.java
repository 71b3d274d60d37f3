package dev.marketlake.allinone.rejected;

import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the original key and bytes of rejected records to market.raw again, each with a header that names its first place. A place that
 * was sent again is not sent a second time unless that is asked for. After a crash or an error in the middle, the same call again sends the
 * rest: what is in the topic is seen there. Should a record come twice all the same, the stream takes the second for the duplicate it is.
 */
public final class Resubmission {
    private static final int LARGEST_REQUEST = 4 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Endpoints endpoints;
    private final RejectedRecords rejected;

    public Resubmission(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.rejected = new RejectedRecords(endpoints);
    }

    /** What to do with a place that was sent again before. */
    public enum Repetition {
        REFUSED,
        /** Sent once more. */
        WANTED
    }

    /** Whether anything is sent. */
    public enum Mode {
        SEND,
        DRY_RUN
    }

    /** Sends those that a filter takes; their fates as they came to be known. @throws dev.marketlake.allinone.watch.BrokerSilent if the broker does not answer; what was sent until then stays */
    public List<Fate> of(RejectedFilter filter, Repetition repetition, Mode mode) {
        return of(filter::takes, repetition, mode);
    }

    /** Sends those of the places that were rejected. @throws dev.marketlake.allinone.watch.BrokerSilent as above */
    public List<Fate> of(Set<RawPlace> places, Repetition repetition, Mode mode) {
        return of(row -> places.contains(RawPlace.of(row.getPosition())), repetition, mode);
    }

    private List<Fate> of(Predicate<RejectedQuote> meant, Repetition repetition, Mode mode) {
        var topic = new RawTopic(endpoints.bootstrapServers());
        Set<String> before = repetition == Repetition.WANTED ? new HashSet<>() : topic.resubmitted();
        var run = new Run(rejected.naming().topicId(), before, mode);
        try (var producer = producer()) {
            rejected.each(row -> {
                if (meant.test(row)) {
                    run.take(row, producer);
                }
            });
            producer.flush();
        }
        return run.fates();
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        endpoints.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        // What came compressed may be too large for the topic in any other way.
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "gzip",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_REQUEST,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis() / 2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** One call; acknowledgements come on the producer's thread. */
    private static final class Run {
        private final String rawTopicId;
        private final Set<String> before;
        private final Mode mode;
        private final ConcurrentLinkedQueue<Fate> fates = new ConcurrentLinkedQueue<>();

        Run(String rawTopicId, Set<String> before, Mode mode) {
            this.rawTopicId = rawTopicId;
            this.before = before;
            this.mode = mode;
        }

        void take(RejectedQuote row, KafkaProducer<byte[], byte[]> producer) {
            var from = RawPlace.of(row.getPosition());
            var value = row.getValue();
            if (value == null) {
                fates.add(new Fate.Empty(from));
            } else if (!before.add(from.toString())) {
                fates.add(new Fate.SentBefore(from));
            } else if (mode == Mode.DRY_RUN) {
                fates.add(new Fate.Due(from));
            } else {
                send(from, row.getKey(), RejectedBytes.of(value), producer);
            }
        }

        private void send(
                RawPlace from, @Nullable ByteBuffer key, byte[] value, KafkaProducer<byte[], byte[]> producer) {
            // A key decides the partition as it did the first time; without one the record stays in its own.
            var message = key == null
                    ? new ProducerRecord<byte[], byte[]>(Topics.RAW.name(), from.partition(), null, value)
                    : new ProducerRecord<byte[], byte[]>(Topics.RAW.name(), RejectedBytes.of(key), value);
            message.headers().add(RawTopic.RESUBMITTED_FROM, from.toString().getBytes(StandardCharsets.UTF_8));
            producer.send(
                    message,
                    (metadata, failure) -> fates.add(
                            failure == null
                                    ? new Fate.Sent(
                                            from, new RawPlace(rawTopicId, metadata.partition(), metadata.offset()))
                                    : new Fate.Unknown(from, String.valueOf(failure.getMessage()))));
        }

        List<Fate> fates() {
            return List.copyOf(fates);
        }
    }
}
