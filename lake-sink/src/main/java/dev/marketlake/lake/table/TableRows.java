package dev.marketlake.lake.table;

import dev.marketlake.lake.delta.Column;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.TableShape;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.write.PackedKeys;
import dev.marketlake.lake.write.PackedRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** How arrivals become rows of one table. Does not change: a record with more fields makes another one. */
public final class TableRows {
    private final LakeTable table;
    private final TableShape shape;
    private final Schema fileSchema;
    private final List<Cell> inFile;
    private final List<Cell> inPartition;
    private final int[] keyPositions;
    private final PackedKeys packedKeys;

    private TableRows(LakeTable table, List<PartitionField> partitions, List<Cell> cells) {
        this.table = table;
        List<String> partitionedBy =
                partitions.stream().map(PartitionField::column).toList();
        this.shape =
                new TableShape(table.folder(), cells.stream().map(Cell::column).toList(), partitionedBy);
        this.fileSchema = shape.fileSchema();
        this.inFile = cells.stream()
                .filter(cell -> !partitionedBy.contains(cell.column().name()))
                .toList();
        this.inPartition = partitionedBy.stream()
                .map(name -> cells.stream()
                        .filter(cell -> cell.column().name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        this.keyPositions = keyPositions(table, fileSchema);
        this.packedKeys = new PackedKeys(fileSchema, keyPositions);
    }

    /** Rows of the records this build knows, partitioned as given. */
    public static TableRows of(LakeTable table, List<PartitionField> partitions) {
        Schema value = SpecificData.get().getSchema(table.topic().type());
        List<Cell> cells = new ArrayList<>();
        if (table.writing() instanceof Writing.Append) {
            cells.addAll(KafkaCells.position());
            cells.addAll(KafkaCells.bytes());
            cells.addAll(ValueCells.of(value));
        } else {
            cells.addAll(ValueCells.of(value));
            cells.addAll(KafkaCells.position());
        }
        partitions.forEach(field -> field.derived().ifPresent(cells::add));
        return new TableRows(table, partitions, cells);
    }

    private static int[] keyPositions(LakeTable table, Schema fileSchema) {
        return switch (table.writing()) {
            case Writing.Append append -> new int[0];
            case Writing.Upsert upsert ->
                upsert.key().stream()
                        .filter(column -> fileSchema.getField(column) != null)
                        .mapToInt(column -> fileSchema.getField(column).pos())
                        .toArray();
        };
    }

    public LakeTable table() {
        return table;
    }

    public TableShape shape() {
        return shape;
    }

    /** Schema of the rows inside the files. */
    public Schema fileSchema() {
        return fileSchema;
    }

    /** What {@code arrival} does to the table. */
    public RowChange change(Arrival arrival) {
        return switch (table.writing()) {
            case Writing.Append append -> new RowChange.Added(partition(arrival), row(arrival));
            case Writing.Upsert upsert -> upserted(upsert, arrival);
        };
    }

    private RowChange upserted(Writing.Upsert upsert, Arrival arrival) {
        GenericRecord value = arrival.value();
        if (value == null) {
            return new RowChange.Poison(arrival.undecodable() == null ? "it has no value" : arrival.undecodable());
        }
        return switch (upsert.rule().of(value)) {
            case IGNORE -> new RowChange.Ignored();
            case WITHDRAW -> new RowChange.Withdrawn(partition(arrival), key(row(arrival)));
            case KEEP -> {
                GenericRecord row = row(arrival);
                yield new RowChange.Kept(partition(arrival), key(row), row);
            }
        };
    }

    private GenericRecord row(Arrival arrival) {
        GenericData.Record row = new GenericData.Record(fileSchema);
        for (int i = 0; i < inFile.size(); i++) {
            row.put(i, inFile.get(i).source().from(arrival));
        }
        return row;
    }

    private Partition partition(Arrival arrival) {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        for (Cell cell : inPartition) {
            values.put(cell.column().name(), text(cell.column(), cell.source().from(arrival)));
        }
        return new Partition(values);
    }

    private static @Nullable String text(Column column, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return column.type().getLogicalType() instanceof LogicalTypes.Date
                ? LocalDate.ofEpochDay((Integer) value).toString()
                : value.toString();
    }

    /** Key of a row of {@link #fileSchema()}, just made or read back from a file. */
    public RowKey key(GenericRecord row) {
        List<Object> values = new ArrayList<>(keyPositions.length);
        for (int position : keyPositions) {
            values.add(row.get(position));
        }
        return new RowKey(values);
    }

    /** The same of a packed one. */
    public RowKey key(PackedRow row) {
        return new RowKey(packedKeys.of(row));
    }

    /** What a record's schema means for the table. */
    public sealed interface Learned {
        /** Every field has its column. */
        record Nothing() implements Learned {}

        /** The record has fields more; this is how rows look with them. */
        record MoreColumns(TableRows rows) implements Learned {}

        /** The record has a field that its column cannot hold. @param reason which, and what to do */
        record Impossible(String reason) implements Learned {}
    }

    /** Compares the columns with the fields of a record's schema. */
    public Learned learn(Schema written) {
        List<Cell> more = new ArrayList<>();
        for (Cell cell : ValueCells.of(written)) {
            Optional<Column> known = shape.columns().stream()
                    .filter(column -> column.name().equals(cell.column().name()))
                    .findFirst();
            if (known.isEmpty()) {
                more.add(cell);
            } else if (!known.get().type().equals(cell.column().type())) {
                return new Learned.Impossible("field of column " + known.get().name() + " is now "
                        + words(cell.column().type()) + " and was "
                        + words(known.get().type())
                        + ": correct the producer, or move the table's folder away and rebuild it");
            }
        }
        return more.isEmpty() ? new Learned.Nothing() : new Learned.MoreColumns(plus(more));
    }

    private static String words(Schema type) {
        return type.getLogicalType() == null
                ? type.getType().getName()
                : type.getLogicalType().getName();
    }

    /** The same rows with columns that the table has and this build does not know: a file rewritten keeps them. */
    public TableRows carrying(List<Column> unknown) {
        return unknown.isEmpty()
                ? this
                : plus(unknown.stream().map(ValueCells::carried).toList());
    }

    private TableRows plus(List<Cell> more) {
        List<Cell> cells = new ArrayList<>(inFile);
        cells.addAll(inPartition);
        cells.addAll(more);
        List<PartitionField> partitions = shape.partitionedBy().stream()
                .map(name -> PartitionField.of(name).orElseThrow())
                .toList();
        return new TableRows(table, partitions, cells);
    }
}
