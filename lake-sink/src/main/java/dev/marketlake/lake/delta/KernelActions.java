package dev.marketlake.lake.delta;

import dev.marketlake.lake.write.ColumnRange;
import io.delta.kernel.data.Row;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.RemoveFile;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.data.GenericRow;
import io.delta.kernel.internal.fs.Path;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we write into the log, as Kernel's rows. */
final class KernelActions {
    private static final long MICROS_PER_MILLI = 1000;

    private KernelActions() {}

    /** What a file added or removed means for readers of changes. */
    enum Rows {
        /** Rows come or go. */
        CHANGED,
        /** The same rows lie in another file. */
        AS_BEFORE
    }

    static Row position(Progress source, Instant now) {
        return SingleAction.createTxnSingleAction(
                new SetTransaction(source.id(), source.next(), Optional.of(now.toEpochMilli())).toRow());
    }

    static Row add(NewFile added, StructType schema, Rows rows) {
        LiveFile file = added.file();
        return SingleAction.createAddFileSingleAction(AddFile.createAddFileRow(
                schema,
                new Path(file.path()).toUri().toString(),
                VectorUtils.stringStringMapValue(file.partition().values()),
                file.bytes(),
                added.written().toEpochMilli(),
                rows == Rows.CHANGED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(statistics(file.rows(), added.ranges(), schema))));
    }

    static Row remove(LiveFile file, Instant now, Rows rows) {
        Map<Integer, Object> values = new HashMap<>();
        values.put(
                RemoveFile.FULL_SCHEMA.indexOf("path"),
                new Path(file.path()).toUri().toString());
        values.put(RemoveFile.FULL_SCHEMA.indexOf("deletionTimestamp"), now.toEpochMilli());
        values.put(RemoveFile.FULL_SCHEMA.indexOf("dataChange"), rows == Rows.CHANGED);
        values.put(RemoveFile.FULL_SCHEMA.indexOf("extendedFileMetadata"), true);
        values.put(
                RemoveFile.FULL_SCHEMA.indexOf("partitionValues"),
                VectorUtils.stringStringMapValue(file.partition().values()));
        values.put(RemoveFile.FULL_SCHEMA.indexOf("size"), file.bytes());
        return SingleAction.createRemoveFileSingleAction(new GenericRow(RemoveFile.FULL_SCHEMA, values));
    }

    private static DataFileStatistics statistics(long rows, List<ColumnRange> ranges, StructType schema) {
        Map<Column, Literal> min = new LinkedHashMap<>();
        Map<Column, Literal> max = new LinkedHashMap<>();
        Map<Column, Long> nulls = new LinkedHashMap<>();
        for (ColumnRange range : ranges) {
            Column column = new Column(range.column());
            DataType type = schema.get(range.column()).getDataType();
            min.put(column, literal(range.min(), type));
            max.put(column, literal(roundedUp(range.max()), type));
            nulls.put(column, range.nulls());
        }
        return new DataFileStatistics(rows, min, max, nulls, Optional.empty());
    }

    /** Statistics keep milliseconds: a largest time must not be cut below a real one. */
    private static Object roundedUp(Object max) {
        return max instanceof Long micros ? Math.ceilDiv(micros, MICROS_PER_MILLI) * MICROS_PER_MILLI : max;
    }

    private static Literal literal(Object value, DataType type) {
        if (type instanceof TimestampType) {
            return Literal.ofTimestamp((Long) value);
        }
        if (type instanceof DecimalType decimal) {
            return Literal.ofDecimal((BigDecimal) value, decimal.getPrecision(), decimal.getScale());
        }
        throw new IllegalArgumentException("no statistics are kept for " + type);
    }
}
