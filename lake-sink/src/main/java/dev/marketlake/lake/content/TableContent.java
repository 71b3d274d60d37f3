package dev.marketlake.lake.content;

import dev.marketlake.lake.store.StoreFailure;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a table holds at one version, or would hold after a commit.
 *
 * @param table name, for example {@code silver.bars}
 * @param version number of the version; of a commit that is not made yet, the one it rests on
 * @param columns types in Delta's words by name, in order
 * @param portions all rows
 * @param watermarks how far it has read each source
 */
public record TableContent(
        String table, long version, Map<String, String> columns, List<Portion> portions, Watermarks watermarks) {
    /** Positions in the log. */
    public interface Watermarks {
        /**
         * The offset after the last record of a source that is in the table; empty where it has none of it.
         *
         * @param source {@code <topic id>-<partition>}
         * @throws StoreFailure where the store gives no answer
         */
        OptionalLong of(String source) throws StoreFailure;

        /** The same; 0 where the table has none of it. */
        default long next(String source) throws StoreFailure {
            return of(source).orElse(0);
        }
    }
}
