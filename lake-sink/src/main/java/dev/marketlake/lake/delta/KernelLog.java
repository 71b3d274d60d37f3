package dev.marketlake.lake.delta;

import dev.marketlake.lake.delta.KernelActions.Rows;
import dev.marketlake.lake.store.StoredObject;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.fs.Path;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything we ask of Delta Kernel, and the only place that knows its internal classes: removes have no public API, and several
 * transaction ids in one commit neither. Kernel's own retry stays off: it lets a writer pass that committed part of our range.
 */
final class KernelLog {
    private static final Logger LOG = LoggerFactory.getLogger(KernelLog.class);
    private static final String WRITER = "marketlake-lake-sink";

    private final StoreFiles files;
    private final Engine engine;

    KernelLog(StoreFiles files) {
        this.files = files;
        ParquetHandler checkpoints = new WholeParquet(files);
        this.engine = new DefaultEngine(files) {
            @Override
            public ParquetHandler getParquetHandler() {
                return checkpoints;
            }
        };
    }

    /** The latest version; empty where there is no table. */
    Optional<Snapshot> latest(String folder) {
        try {
            return Optional.of(TableManager.loadSnapshot(files.path(folder)).build(engine));
        } catch (TableNotFoundException e) {
            return Optional.empty();
        }
    }

    /** A version that may be an old one; empty where there is no table. Throws where the log does not reach back to it. */
    Optional<Snapshot> at(String folder, long version) {
        try {
            return Optional.of(TableManager.loadSnapshot(files.path(folder))
                    .atVersion(version)
                    .build(engine));
        } catch (TableNotFoundException e) {
            return Optional.empty();
        }
    }

    /** A listed object as Kernel names it. */
    FileStatus status(StoredObject object) {
        return files.status(object);
    }

    /** Hands over every action of a checkpoint that {@code taker} knows. */
    void readCheckpoint(List<FileStatus> parts, CheckpointTaker taker) {
        try (var batches = engine.getParquetHandler()
                .readParquetFiles(new Listed<>(parts.iterator()), CheckpointTaker.SCHEMA, Optional.empty())) {
            while (batches.hasNext()) {
                try (var rows = batches.next().getData().getRows()) {
                    rows.forEachRemaining(taker::take);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Version 0 of a table. Throws where somebody else was faster or the outcome is not known. */
    void create(TableShape shape, Map<String, String> properties) {
        var builder = TableManager.buildCreateTableTransaction(files.path(shape.folder()), DeltaTypes.of(shape), WRITER)
                .withTableProperties(properties)
                .withMaxRetries(0);
        if (!shape.partitionedBy().isEmpty()) {
            builder = builder.withDataLayoutSpec(DataLayoutSpec.partitioned(
                    shape.partitionedBy().stream().map(Column::new).toList()));
        }
        TransactionCommitResult result = builder.build(engine).commit(engine, CloseableIterable.emptyIterable());
        runHooks(result);
    }

    /** Live files by path. */
    Map<String, LiveFile> liveFiles(Snapshot snapshot) {
        Map<String, LiveFile> live = new HashMap<>();
        ScanImpl scan = (ScanImpl) snapshot.getScanBuilder().build();
        try (var batches = scan.getScanFiles(engine, true)) {
            while (batches.hasNext()) {
                try (var rows = batches.next().getRows()) {
                    while (rows.hasNext()) {
                        LiveFile file = liveFile(
                                new AddFile(rows.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)),
                                snapshot.getPartitionColumnNames());
                        live.put(file.path(), file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return live;
    }

    private static LiveFile liveFile(AddFile add, List<String> partitionedBy) {
        Map<String, String> logged = VectorUtils.toJavaMap(add.getPartitionValues());
        Map<String, String> values = new LinkedHashMap<>();
        partitionedBy.forEach(column -> values.put(column, logged.get(column)));
        return new LiveFile(
                new Path(URI.create(add.getPath())).toString(),
                new Partition(values),
                add.getSize(),
                add.getNumRecords().orElse(-1L));
    }

    OptionalLong watermark(Snapshot snapshot, String id) {
        return snapshot.getLatestTransactionVersion(engine, id)
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** One conditional put of version {@code on + 1}. After any exception the outcome is not known. */
    TransactionCommitResult commit(Snapshot on, TableChange change, Instant now) {
        List<Row> actions = new ArrayList<>();
        change.progress().forEach(source -> actions.add(KernelActions.position(source, now)));
        change.removes().forEach(file -> actions.add(KernelActions.remove(file, now, Rows.CHANGED)));
        change.adds().forEach(file -> actions.add(KernelActions.add(file, on.getSchema(), Rows.CHANGED)));
        return commit(on, Operation.STREAMING_UPDATE, actions);
    }

    /** The same of a swap of files. */
    TransactionCommitResult swap(Snapshot on, Swap swap, Instant now) {
        List<Row> actions = new ArrayList<>();
        swap.removes().forEach(file -> actions.add(KernelActions.remove(file, now, Rows.AS_BEFORE)));
        swap.adds().forEach(file -> actions.add(KernelActions.add(file, on.getSchema(), Rows.AS_BEFORE)));
        return commit(on, Operation.MANUAL_UPDATE, actions);
    }

    /** The same of nothing. */
    TransactionCommitResult fence(Snapshot on) {
        return commit(on, Operation.MANUAL_UPDATE, List.of());
    }

    /** Writes the checkpoint of a version where it is missing. */
    void checkpoint(Snapshot snapshot) {
        try {
            snapshot.writeCheckpoint(engine);
        } catch (CheckpointAlreadyExistsException e) {
            // What was wanted.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next version with columns added. Kernel's own way would turn on column mapping: we write the metadata action. */
    TransactionCommitResult addColumns(Snapshot on, List<dev.marketlake.lake.delta.Column> added) {
        StructType schema = on.getSchema();
        for (dev.marketlake.lake.delta.Column column : added) {
            schema = schema.add(column.name(), DeltaTypes.of(column.type()), true, DeltaTypes.comment(column.doc()));
        }
        Row metadata = SingleAction.createMetadataSingleAction(
                on.getMetadata().withNewSchema(schema).toRow());
        return commit(on, Operation.MANUAL_UPDATE, List.of(metadata));
    }

    private TransactionCommitResult commit(Snapshot on, Operation operation, List<Row> actions) {
        Transaction transaction = on.buildUpdateTableTransaction(WRITER, operation)
                .withMaxRetries(0)
                .build(engine);
        return transaction.commit(engine, CloseableIterable.inMemoryIterable(new Listed<>(actions.iterator())));
    }

    /** Writes the checkpoint or checksum that is due. The commit stands whatever happens here. @return whether a checkpoint was due */
    boolean runHooks(TransactionCommitResult result) {
        boolean checkpoint = false;
        for (PostCommitHook hook : result.getPostCommitHooks()) {
            try {
                switch (hook.getType()) {
                    case CHECKPOINT -> {
                        checkpoint = true;
                        hook.threadSafeInvoke(engine);
                    }
                    case CHECKSUM_SIMPLE -> hook.threadSafeInvoke(engine);
                    // Would replay the log; the next checkpoint reload starts the cheap kind again.
                    case CHECKSUM_FULL, LOG_COMPACTION -> {}
                }
            } catch (IOException | RuntimeException | LinkageError e) {
                LOG.warn("{} of version {} was not written: {}", hook.getType(), result.getVersion(), e.toString());
            }
        }
        return checkpoint;
    }
}
