package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The latest time of a column. @param filter the rows looked at */
record Newest(String column, Filter filter) implements Measure<Optional<Instant>> {
    @Override
    public Set<String> columns() {
        return filter.columnsAnd(Set.of(column));
    }

    @Override
    public Optional<Instant> none() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> of(List<Row> rows) {
        return rows.stream()
                .filter(filter::takes)
                .map(row -> row.value(column))
                .filter(Objects::nonNull)
                .map(Instant.class::cast)
                .max(Comparator.naturalOrder());
    }

    @Override
    public Optional<Instant> plus(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
