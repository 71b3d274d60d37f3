package dev.marketlake.lake.star;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The first and the last date of a column. */
record Span(String column) implements Measure<Optional<Span.Dates>> {
    /** Both included. */
    record Dates(LocalDate first, LocalDate last) {
        private static Dates both(Dates one, Dates other) {
            return new Dates(
                    one.first.isBefore(other.first) ? one.first : other.first,
                    one.last.isAfter(other.last) ? one.last : other.last);
        }
    }

    @Override
    public Set<String> columns() {
        return Set.of(column);
    }

    @Override
    public Optional<Dates> none() {
        return Optional.empty();
    }

    @Override
    public Optional<Dates> of(List<Row> rows) {
        List<LocalDate> dates = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.value(column)))
                .map(date -> LocalDate.parse(date.toString()))
                .sorted(Comparator.naturalOrder())
                .toList();
        return dates.isEmpty() ? Optional.empty() : Optional.of(new Dates(dates.getFirst(), dates.getLast()));
    }

    @Override
    public Optional<Dates> plus(Optional<Dates> one, Optional<Dates> other) {
        return Stream.of(one, other).flatMap(Optional::stream).reduce(Dates::both);
    }
}
