package dev.marketlake.lake.content;

import dev.marketlake.lake.store.StoreFailure;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps a summary of each portion whose rows it was given. */
public interface PortionReader {
    /** Columns it needs. */
    Set<String> columns();

    /** Whether it need not be given the rows of a portion; then it goes on knowing what they come to. */
    boolean recalls(Portion portion);

    /** Takes all rows of a portion, with its columns and perhaps others. */
    void take(Portion portion, List<Row> rows);

    /** Gives readers the portions they do not recall, and reads each once for all of them. @throws StoreFailure where the store gives no answer */
    static void readOnce(TableContent table, Collection<PortionReader> readers) throws StoreFailure {
        for (Portion portion : table.portions()) {
            List<PortionReader> waiting =
                    readers.stream().filter(reader -> !reader.recalls(portion)).toList();
            if (!waiting.isEmpty()) {
                Set<String> columns = new HashSet<>();
                waiting.forEach(reader -> columns.addAll(reader.columns()));
                List<Row> rows = portion.source().read(columns);
                waiting.forEach(reader -> reader.take(portion, rows));
            }
        }
    }
}
