package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.files.DataFiles;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.quality.Gate;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.table.LakeConfig.Flush;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.table.TableRows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Deserializer;

/** The sink of one table as the program runs it, but on a topic in memory, and each turn is taken when told. For one thread. */
public final class Engine implements AutoCloseable {
    /** More than any topic in memory holds: each turn reads to the end. */
    private static final int WHOLE = 100_000;

    private final MemoryTopic topic;
    private final Set<Integer> partitions;
    private final MemoryTopic.Reader reader;
    private final Uploads uploads;
    private final SimpleMeterRegistry counted = new SimpleMeterRegistry();
    private final TableSink sink;

    /**
     * @param partitions those it reads
     * @param clock that moves on with each turn: what waits for time to pass is due on the next one
     * @param bytesKept see {@code cache-megabytes}
     */
    public Engine(
            LakeTable table,
            MemoryTopic topic,
            Set<Integer> partitions,
            ObjectStore store,
            Flush flush,
            long bytesKept,
            InstantSource clock) {
        this.topic = topic;
        this.partitions = Set.copyOf(partitions);
        this.reader = topic.reader(WHOLE, partitions);
        this.uploads = new Uploads(1);
        this.sink = new TableSink(
                new Feed(reader, name -> topic.id, table.topic().name(), Map.of()),
                new Intake(new Decoder(values(table), table.topic().type().getName()), Gate.OPEN, clock),
                new Committer(
                        new DeltaLake(store, clock),
                        new ChangeWriter(new DataFiles(store, clock), uploads, new OpenRows(bytesKept)),
                        Gate.OPEN,
                        new SinkMeters(counted, table.name()),
                        new Announcer(Lineage.NONE, clock),
                        TableRows.of(table, table.partitions())),
                new FlushRule(flush, table.writing() instanceof Writing.Upsert),
                clock);
    }

    private static Deserializer<Object> values(LakeTable table) {
        GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(
                SpecificData.get().getSchema(table.topic().type()));
        return (topic, bytes) -> {
            try {
                return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** Polls, takes, and commits what is due. */
    public void turn() {
        sink.turn();
    }

    /**
     * Takes turns until everything its partitions hold is in commits.
     *
     * @param most turns, more than a sink that makes any headway needs
     * @param meanwhile what happens before each turn, such as time that passes
     * @return whether it is; not where it halted, or the turns are over
     */
    public boolean comesThrough(int most, Runnable meanwhile) {
        for (int turn = 0; turn < most && halted().isEmpty(); turn++) {
            meanwhile.run();
            turn();
            if (isThrough()) {
                return true;
            }
        }
        return false;
    }

    /** As at the end of the program: commits what was read. */
    public void stop() {
        sink.stop();
        sink.run();
    }

    /** As if the group had given all partitions to somebody else. */
    public void lose() {
        reader.lose();
    }

    /** As if the group had given them back. */
    public void regain() {
        reader.regain();
    }

    /** Whether everything its partitions hold is in commits, as far as it knows. */
    public boolean isThrough() {
        TableStatus status = sink.status();
        return status.state() instanceof SinkState.Running
                && status.partitions().size() == partitions.size()
                && status.partitions().stream()
                        .allMatch(at -> at.position()
                                        == topic.end(at.source().partition().partition())
                                && (at.committed() == at.position() || at.position() == 0));
    }

    /** Why nothing goes in any more; empty where that is not so. */
    public Optional<String> halted() {
        return sink.status().state() instanceof SinkState.Halted halted
                ? Optional.of(halted.reason())
                : Optional.empty();
    }

    /** Why it waits; empty where it does not. */
    public Optional<String> waitsFor() {
        return sink.status().state() instanceof SinkState.Waiting waiting
                ? Optional.of(waiting.reason())
                : Optional.empty();
    }

    /** How it stands, for a message. */
    public String standing() {
        return sink.status().state() + " at " + sink.status().partitions();
    }

    /** Batches dropped because another writer was faster. */
    public long conflicts() {
        return (long) counted.get("marketlake.sink.conflicts").counter().count();
    }

    @Override
    public void close() {
        uploads.close();
    }
}
