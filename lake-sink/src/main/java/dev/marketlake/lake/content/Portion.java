package dev.marketlake.lake.content;

import dev.marketlake.lake.store.StoreFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that never change: a data file, or what is about to be one.
 *
 * @param id tells it from any other portion of any table, for ever
 * @param partition values that all its rows share, by column
 * @param rows how many it holds, -1 where that is not known without reading them
 * @param source reads them
 */
public record Portion(String id, Map<String, @Nullable String> partition, long rows, Source source) {
    /** Where rows come from. */
    public interface Source {
        /** @param columns those needed at least @throws StoreFailure where the store gives no answer */
        List<Row> read(Set<String> columns) throws StoreFailure;
    }
}
