package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the ledger says of each raw partition. */
record Books() implements Measure<Map<String, Books.Book>> {
    private static final List<String> COUNTS =
            List.of("accepted", "revised", "duplicate", "superseded", "rejected", "beyond_depth");

    /**
     * One raw partition.
     *
     * @param first offset counted, -1 where the ledger has no position of it
     * @param next offset after the last counted, -1 as before
     * @param counted sum of the columns of all its entries
     * @param updated when an entry last changed
     */
    record Book(long first, long next, long counted, Instant updated) {
        Book plus(Book other) {
            return new Book(
                    Math.max(first, other.first),
                    Math.max(next, other.next),
                    counted + other.counted,
                    updated.isAfter(other.updated) ? updated : other.updated);
        }
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new TreeSet<>(COUNTS);
        columns.addAll(List.of("kind", "topic_id", "partition", "first_offset", "next_offset", "updated_at"));
        return columns;
    }

    @Override
    public Map<String, Book> none() {
        return Map.of();
    }

    @Override
    public Map<String, Book> of(List<Row> rows) {
        Map<String, Book> books = new HashMap<>();
        for (Row row : rows) {
            String source = row.value("topic_id") + "-" + row.value("partition");
            books.merge(source, book(row), Book::plus);
        }
        return books;
    }

    private static Book book(Row row) {
        Instant updated = row.value("updated_at") instanceof Instant time ? time : Instant.EPOCH;
        if ("POSITION".equals(row.value("kind"))) {
            return new Book(whole(row, "first_offset"), whole(row, "next_offset"), 0, updated);
        }
        long counted = COUNTS.stream().mapToLong(column -> whole(row, column)).sum();
        return new Book(-1, -1, counted, updated);
    }

    private static long whole(Row row, String column) {
        return row.value(column) instanceof Long number ? number : 0;
    }

    @Override
    public Map<String, Book> plus(Map<String, Book> one, Map<String, Book> other) {
        Map<String, Book> both = new HashMap<>(one);
        other.forEach((source, book) -> both.merge(source, book, Book::plus));
        return both;
    }
}
