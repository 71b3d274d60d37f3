package dev.marketlake.allinone.replay;

import dev.marketlake.topics.JobRecord;
import dev.marketlake.topics.JobTopics;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Puts the input of a job on {@code market.job.<id>.raw}, each record once however often the publisher dies: batches are transactions and go
 * out in order, so whatever place is committed, all places before it are.
 */
final class InputTopic {
    private final JobClients clients;
    private final String topic;
    private final String producerId;

    InputTopic(JobClients clients, JobTopics topics) {
        this.clients = clients;
        this.topic = topics.of(Topics.RAW);
        this.producerId = topics.application() + "-input";
    }

    /** What stands in the topic. */
    private static final class Standing {
        private long next;
        private final Map<Integer, Long> ends = new HashMap<>();
    }

    /**
     * Publishes what is not yet there, then the end marks.
     *
     * @param raw folder of the gathered files
     * @param events how many records they hold
     * @param published told after each batch how many records are out
     * @return offset of the end mark of each partition
     */
    Map<Integer, Long> publish(Path raw, Path spill, long events, Throttle throttle, LongConsumer published) {
        try (var producer = clients.producer(producerId)) {
            // Ends what a predecessor left open, so that all that is committed can be read.
            producer.initTransactions();
            var standing = standing();
            if (standing.ends.isEmpty()) {
                long out = records(producer, raw, spill, standing.next, throttle, published);
                if (out != events) {
                    throw new ReplayFailure(topic + " holds " + out + " records of " + events
                            + " that were gathered: delete the job's folder and replay again");
                }
                return endMarks(producer);
            }
            return Map.copyOf(standing.ends);
        } catch (KafkaException failure) {
            throw new ReplayFailure("the job's input cannot be published: " + failure.getMessage(), failure);
        }
    }

    private Standing standing() {
        var standing = new Standing();
        clients.read(topic, record -> {
            if (JobRecord.isEnd(record.headers())) {
                standing.ends.put(record.partition(), record.offset());
            }
            JobRecord.of(record.headers()).ifPresent(raw -> standing.next = Math.max(standing.next, raw.place() + 1));
        });
        return standing;
    }

    private long records(
            KafkaProducer<byte[], byte[]> producer,
            Path raw,
            Path spill,
            long first,
            Throttle throttle,
            LongConsumer published) {
        var batch = new ArrayList<RawRow>();
        var next = new long[] {first};
        Runnable send = () -> {
            send(producer, batch, next[0]);
            next[0] += batch.size();
            throttle.pass(batch.size());
            batch.clear();
            published.accept(next[0]);
        };
        Gathering.inOrder(raw, spill, first, row -> {
            batch.add(row);
            if (batch.size() == throttle.batch()) {
                send.run();
            }
        });
        if (!batch.isEmpty()) {
            send.run();
        }
        return next[0];
    }

    private void send(KafkaProducer<byte[], byte[]> producer, List<RawRow> batch, long first) {
        producer.beginTransaction();
        long place = first;
        for (var row : batch) {
            var record = new ProducerRecord<>(topic, row.key(), row.value());
            new JobRecord(place++, row.timestamp(), row.position()).addTo(record.headers());
            producer.send(record);
        }
        producer.commitTransaction();
    }

    private Map<Integer, Long> endMarks(KafkaProducer<byte[], byte[]> producer) {
        producer.beginTransaction();
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var partition : producer.partitionsFor(topic)) {
            var mark = new ProducerRecord<byte[], byte[]>(topic, partition.partition(), null, null);
            JobRecord.addEnd(mark.headers());
            sent.add(producer.send(mark));
        }
        producer.commitTransaction();
        var ends = new HashMap<Integer, Long>();
        sent.forEach(mark -> ends.put(landed(mark).partition(), landed(mark).offset()));
        return ends;
    }

    private static RecordMetadata landed(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException failure) {
            throw new KafkaException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", interrupted);
        }
    }
}
