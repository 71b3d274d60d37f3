package dev.marketlake.allinone.replay;

import dev.marketlake.lake.table.Arrival;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.table.RowChange;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.serde.KafkaAvroDeserializer;
import dev.marketlake.topics.JobTopics;
import dev.marketlake.topics.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/**
 * Lands what a job derived in scratch files, each record with its bytes and in the columns that the sink would give it. Nothing is replaced
 * there: of several records of a key the one with the greatest offset stands.
 */
final class Landing {
    private final JobClients clients;
    private final JobTopics topics;
    private final Path folder;

    Landing(JobClients clients, JobTopics topics, Path folder) {
        this.clients = clients;
        this.topics = topics;
        this.folder = folder;
    }

    /** Columns that records of a topic have once landed. */
    static TableRows rows(Topic<?> topic) {
        var table = new LakeTable(
                "replayed." + word(topic), "What a replay derived.", topic, new Writing.Append(), List.of(), Set.of());
        return TableRows.of(table, List.of());
    }

    /** {@code bars} for {@code market.bars}. */
    static String word(Topic<?> topic) {
        return topic.name().substring(topic.name().indexOf('.') + 1);
    }

    static Path folder(Path replayed, Topic<?> topic) {
        return replayed.resolve(word(topic));
    }

    /** Lands one topic anew. @return how many records the job wrote to it */
    long land(Topic<?> topic) {
        var rows = rows(topic);
        try (var values = new KafkaAvroDeserializer<GenericRecord>();
                var files = new ScratchRows(folder(folder, topic), rows.fileSchema())) {
            values.configure(clients.registry(), false);
            clients.read(topics.of(topic), record -> {
                var value = values.deserialize(topic.name(), record.value());
                var change = rows.change(new Arrival(topics.id(), record, value, null));
                files.add(((RowChange.Added) change).row());
            });
            return files.rows();
        }
    }
}
