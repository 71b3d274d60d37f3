package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.sink.TableStatus.PartitionStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a sink writes how it is doing, for others to read. One thread writes; any may read. */
final class StatusBoard {
    private volatile TableStatus status;
    private @Nullable TableState counted;
    private long files;
    private long rows;
    private Optional<Instant> lastCommitAt = Optional.empty();

    StatusBoard(String table) {
        this.status = TableStatus.unknown(table);
    }

    TableStatus status() {
        return status;
    }

    void committed(Instant at) {
        lastCommitAt = Optional.of(at);
    }

    void show(Optional<TableState> table, Batch batch, SinkState state) {
        table.ifPresent(this::count);
        List<PartitionStatus> partitions = batch.sources().stream()
                .map(source -> new PartitionStatus(
                        source, batch.base(source.partition()).orElse(-1), batch.next(source.partition())))
                .toList();
        status = new TableStatus(
                status.table(),
                table.map(TableState::version).orElse(-1L),
                files,
                rows,
                state,
                batch.changes(),
                lastCommitAt,
                partitions);
    }

    private void count(TableState table) {
        if (table != counted) {
            Collection<LiveFile> live = table.files();
            files = live.size();
            rows = live.stream().mapToLong(file -> Math.max(0, file.rows())).sum();
            counted = table;
        }
    }
}
