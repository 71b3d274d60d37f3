package dev.marketlake.lake.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A data file of a table.
 *
 * @param key of the object in the bucket, without leading slash
 * @param bytes size
 * @param rows how many it holds, -1 where the log does not say
 * @param partition values that all its rows share, by column, in the table's order; dates are ISO; null where the column is null
 */
public record LakeFile(String key, long bytes, long rows, Map<String, @Nullable String> partition) {
    public LakeFile {
        partition = Collections.unmodifiableMap(new LinkedHashMap<>(partition));
    }
}
