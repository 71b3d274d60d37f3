package dev.marketlake.lake.sink;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.write.PackedRows;
import java.util.List;
import java.util.Optional;

/**
 * The new content of one partition.
 *
 * @param partition which
 * @param before the files it had
 * @param rows what it holds now
 * @param file where that lies; empty where no row is left
 */
record Rewrite(Partition partition, List<LiveFile> before, PackedRows rows, Optional<NewFile> file) {}
