package dev.marketlake.lake.delta;

import dev.marketlake.lake.delta.DeltaLake.Opening;
import io.delta.kernel.Snapshot;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Compares the table that is there with the one we want to write. */
final class TableOpening {
    private static final int TRIES = 5;

    private final KernelLog log;
    private final Foothold foothold;
    private final InstantSource clock;
    private final TableShape wanted;

    TableOpening(KernelLog log, Foothold foothold, InstantSource clock, TableShape wanted) {
        this.log = log;
        this.foothold = foothold;
        this.clock = clock;
        this.wanted = wanted;
    }

    Opening open() {
        RuntimeException last = null;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Snapshot found = log.latest(wanted.folder())
                    .orElseThrow(() -> new IllegalStateException(wanted.folder() + " is gone"));
            String difference = difference(found);
            if (!difference.isEmpty()) {
                return new Opening.Incompatible(wanted.folder() + " " + difference);
            }
            List<Column> missing = missing(found.getSchema());
            if (missing.isEmpty()) {
                return new Opening.Opened(
                        new DeltaTable(log, foothold, clock, wanted, KernelState.of(log, found)),
                        unknown(found.getSchema()));
            }
            try {
                log.addColumns(found, missing);
            } catch (RuntimeException e) {
                // Somebody else committed, or it is not known: look again.
                last = e;
            }
        }
        throw last == null ? new IllegalStateException("columns do not appear in " + wanted.folder()) : last;
    }

    private String difference(Snapshot found) {
        if (!found.getPartitionColumnNames().equals(wanted.partitionedBy())) {
            return "is partitioned by " + found.getPartitionColumnNames() + ", config/lake.yml wants "
                    + wanted.partitionedBy()
                    + ": set 'partitions' of the table back, or move the table's folder away and rebuild it";
        }
        for (Column column : wanted.columns()) {
            int at = found.getSchema().indexOf(column.name());
            DataType type = DeltaTypes.of(column.type());
            if (at >= 0 && !found.getSchema().at(at).getDataType().equals(type)) {
                return "has column " + column.name() + " as "
                        + found.getSchema().at(at).getDataType() + ", records now carry " + type
                        + ": move the table's folder away and rebuild it, or go back to the older record schema";
            }
        }
        return "";
    }

    private List<Column> unknown(StructType schema) {
        List<Column> unknown = new ArrayList<>();
        for (StructField field : schema.fields()) {
            if (wanted.columns().stream().noneMatch(column -> column.name().equals(field.getName()))) {
                unknown.add(new Column(field.getName(), DeltaTypes.toAvro(field.getDataType(), field.getName()), ""));
            }
        }
        return unknown;
    }

    private List<Column> missing(StructType schema) {
        List<Column> missing = new ArrayList<>();
        for (Column column : wanted.columns()) {
            if (schema.indexOf(column.name()) < 0) {
                missing.add(column);
            }
        }
        return missing;
    }
}
