package dev.marketlake.lake.write;

import java.util.List;

/**
 * A Parquet file ready to be put.
 *
 * @param content the file's bytes
 * @param rows how many rows it holds, at least 1
 * @param ranges smallest and largest value of its time and price columns
 */
public record EncodedFile(byte[] content, long rows, List<ColumnRange> ranges) {
    public EncodedFile {
        ranges = List.copyOf(ranges);
    }
}
