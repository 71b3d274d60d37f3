package dev.marketlake.lake.delta;

/**
 * A data file that belongs to the table at some version.
 *
 * @param path relative to the table's folder, as the object key spells it
 * @param partition values shared by its rows
 * @param bytes size
 * @param rows how many it holds, -1 where the log does not say
 */
public record LiveFile(String path, Partition partition, long bytes, long rows) {}
