package dev.marketlake.lake.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A summary of rows that can be put together from those of their parts. A measure is a value: equal ones come to equal summaries, so that
 * the summary of rows that never change is made once.
 *
 * @param <S> the summary, immutable
 */
public interface Measure<S> {
    /** Columns it needs. */
    Set<String> columns();

    /** The summary of no rows. */
    S none();

    /** The summary of rows of one portion. */
    S of(List<Row> rows);

    /** The summary of both. */
    S plus(S one, S other);

    /** The summary of a number of rows that need not be read for it; empty where they have to be. */
    default Optional<S> ofCount(long rows) {
        return Optional.empty();
    }
}
