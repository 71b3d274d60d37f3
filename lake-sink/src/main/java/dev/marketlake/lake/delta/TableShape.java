package dev.marketlake.lake.delta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/**
 * What a table looks like.
 *
 * @param folder where it lies in the bucket, for example {@code silver/bars}
 * @param columns all of them, partition columns included, in the order readers see
 * @param partitionedBy names of the partition columns: they stand in the log and the path, not inside the files
 */
public record TableShape(String folder, List<Column> columns, List<String> partitionedBy) {
    public TableShape {
        columns = List.copyOf(columns);
        partitionedBy = List.copyOf(partitionedBy);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(folder + " has column " + column.name() + " twice");
            }
        }
        if (!names.containsAll(partitionedBy)) {
            throw new IllegalArgumentException(folder + " is partitioned by " + partitionedBy + " but has " + names);
        }
    }

    /** Schema of the rows inside the files: every column but the partition columns, each nullable. */
    public Schema fileSchema() {
        List<Schema.Field> fields = new ArrayList<>();
        for (Column column : columns) {
            if (!partitionedBy.contains(column.name())) {
                Schema nullable = Schema.createUnion(Schema.create(Schema.Type.NULL), column.type());
                fields.add(new Schema.Field(column.name(), nullable, column.doc(), JsonProperties.NULL_VALUE));
            }
        }
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return Schema.createRecord(name, null, "dev.marketlake.lake.rows", false, fields);
    }

    /** The same table with columns added at the end. */
    public TableShape plus(List<Column> added) {
        List<Column> all = new ArrayList<>(columns);
        all.addAll(added);
        return new TableShape(folder, all, partitionedBy);
    }
}
