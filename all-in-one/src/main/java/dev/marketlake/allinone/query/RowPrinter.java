package dev.marketlake.allinone.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one result, in order. */
public interface RowPrinter {

    /** Comes first. */
    void begin(List<String> columns);

    /** Values as {@link Cell} makes them; null for SQL's. */
    void row(List<@Nullable Object> values);

    /** Comes last. */
    void end();
}
