package dev.marketlake.proofs.sink;

import dev.marketlake.events.Bar;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.lake.write.ParquetFiles;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.topics.Topics;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Bars of one symbol, as they are published, and as the table has them. */
record BarRecords(SinkGround ground, ObjectStore store, InstantSource clock) {
    private static final LakeTable TABLE = Tables.BARS;
    private static final String SYMBOL = "P0";

    /** Publishes one bar for each minute of a range, all with this volume. @param to exclusive */
    void publish(int from, int to, long volume) {
        try (var producer = new KafkaProducer<String, Bar>(
                Map.of("bootstrap.servers", ground.broker().bootstrapServers()),
                Topics.BARS.keySerde().serializer(),
                Topics.BARS
                        .valueSerde(
                                Map.of("schema.registry.url", ground.registry().url()))
                        .serializer())) {
            for (int minute = from; minute < to; minute++) {
                producer.send(new ProducerRecord<>(
                        Topics.BARS.name(),
                        SYMBOL,
                        Examples.bar(SYMBOL, Examples.OPEN.plusSeconds(60L * minute), "170.23")
                                .setVolume(volume)
                                .build()));
            }
            producer.flush();
        }
    }

    /** How many bars the table holds with each volume. @throws ProofFailed where it cannot be read, or has a minute twice */
    Map<Long, Long> byVolume() {
        try {
            var state = new DeltaLake(store, clock).read(TABLE.folder());
            var columns = TableRows.of(TABLE, TABLE.partitions()).fileSchema();
            Map<Object, Long> volumes = new TreeMap<>();
            if (state.isEmpty()) {
                return Map.of();
            }
            for (LiveFile file : state.get().files()) {
                for (var row : ParquetFiles.decode(columns, store.get(TABLE.folder() + "/" + file.path()))) {
                    if (volumes.put(row.get("open_time"), (Long) row.get("volume")) != null) {
                        throw new ProofFailed(TABLE.name() + " has the bar of " + row.get("open_time") + " twice");
                    }
                }
            }
            Map<Long, Long> counts = new TreeMap<>();
            volumes.values().forEach(volume -> counts.merge(volume, 1L, Long::sum));
            return counts;
        } catch (StoreFailure failure) {
            throw new ProofFailed("the store does not answer: " + failure.getMessage(), failure);
        }
    }
}
