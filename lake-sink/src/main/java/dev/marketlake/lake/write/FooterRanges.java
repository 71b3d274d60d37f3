package dev.marketlake.lake.write;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;

/** Reads the ranges of the time and price columns from a footer; on every other column they would only swell the log. */
final class FooterRanges {
    private final Map<String, ColumnRange> ranges = new LinkedHashMap<>();
    private final Map<String, Long> nulls = new LinkedHashMap<>();

    private FooterRanges() {}

    static List<ColumnRange> of(ParquetMetadata footer) {
        FooterRanges found = new FooterRanges();
        for (BlockMetaData block : footer.getBlocks()) {
            block.getColumns().forEach(found::add);
        }
        return found.ranges.values().stream()
                .map(range -> new ColumnRange(
                        range.column(), range.min(), range.max(), found.nulls.getOrDefault(range.column(), 0L)))
                .toList();
    }

    private void add(ColumnChunkMetaData chunk) {
        Statistics<?> statistics = chunk.getStatistics();
        if (chunk.getPath().size() > 1 || statistics == null) {
            return;
        }
        String name = chunk.getPath().toDotString();
        nulls.merge(name, statistics.getNumNulls(), Long::sum);
        if (statistics.hasNonNullValue()) {
            range(name, chunk, statistics).ifPresent(range -> ranges.merge(name, range, FooterRanges::union));
        }
    }

    private static Optional<ColumnRange> range(String name, ColumnChunkMetaData chunk, Statistics<?> statistics) {
        var type = chunk.getPrimitiveType().getLogicalTypeAnnotation();
        if (type instanceof TimestampLogicalTypeAnnotation) {
            return Optional.of(new ColumnRange(name, statistics.genericGetMin(), statistics.genericGetMax(), 0));
        }
        if (type instanceof DecimalLogicalTypeAnnotation decimal) {
            return Optional.of(new ColumnRange(
                    name,
                    price(statistics.getMinBytes(), decimal.getScale()),
                    price(statistics.getMaxBytes(), decimal.getScale()),
                    0));
        }
        return Optional.empty();
    }

    private static BigDecimal price(byte[] unscaled, int scale) {
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    private static ColumnRange union(ColumnRange one, ColumnRange other) {
        return new ColumnRange(
                one.column(),
                compare(one.min(), other.min()) <= 0 ? one.min() : other.min(),
                compare(one.max(), other.max()) >= 0 ? one.max() : other.max(),
                0);
    }

    private static int compare(Object one, Object other) {
        return one instanceof Long time
                ? time.compareTo((Long) other)
                : ((BigDecimal) one).compareTo((BigDecimal) other);
    }
}
