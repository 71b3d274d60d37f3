package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.quality.Books.Book;
import dev.marketlake.lake.quality.Offsets.Ranges;
import dev.marketlake.lake.store.StoreFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Bronze = offsets: of each raw partition it holds every offset from its first up to its position, once. Ledger = offsets: the columns of
 * a raw partition sum to the offsets it covers. Ledger = Bronze: what is counted is in Bronze, as far as Bronze has read.
 */
final class LedgerCheck {
    /** Entries of a partition land one by one: they are compared once they have been left alone for so long. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final TableContent bronze;
    private final Instant now;
    private final List<String> faults = new ArrayList<>();
    private long offsets;
    private long unsettled;

    LedgerCheck(TableContent bronze, Instant now) {
        this.bronze = bronze;
        this.now = now;
    }

    /** What does not add up. */
    List<String> faults() {
        return faults;
    }

    /** Offsets in Bronze. */
    long offsets() {
        return offsets;
    }

    /** Raw partitions whose ledger is being written. */
    long unsettled() {
        return unsettled;
    }

    void compare(Map<String, Ranges> rows, Map<String, Book> ledger) throws StoreFailure {
        for (var source : new TreeMap<>(rows).entrySet()) {
            bronze(source.getKey(), source.getValue());
        }
        for (var source : new TreeMap<>(ledger).entrySet()) {
            ledger(source.getKey(), source.getValue(), rows.get(source.getKey()));
        }
    }

    private void bronze(String source, Ranges ranges) throws StoreFailure {
        long at = ranges.ends().firstKey();
        for (var range : ranges.ends().entrySet()) {
            if (range.getKey() > at) {
                faults.add("raw partition " + source + ": offsets " + at + " to " + (range.getKey() - 1)
                        + " are not in Bronze");
            }
            offsets += range.getValue() - range.getKey();
            at = range.getValue();
        }
        if (ranges.twice() > 0) {
            faults.add("raw partition " + source + ": " + ranges.twice() + " rows are in Bronze more than once");
        }
        long watermark = bronze.watermarks().next(source);
        if (at != watermark) {
            faults.add("raw partition " + source + ": Bronze ends at offset " + at + ", its log says " + watermark);
        }
    }

    private void ledger(String source, Book book, @Nullable Ranges ranges) throws StoreFailure {
        long covered = book.next() - book.first();
        if (covered != book.counted()) {
            if (book.updated().plus(SETTLED).isAfter(now)) {
                unsettled++;
            } else {
                faults.add("raw partition " + source + ": the ledger counts " + book.counted()
                        + " records, its offsets " + book.first() + " to " + (book.next() - 1) + " are " + covered);
            }
        }
        long read = bronze.watermarks().next(source);
        if (read > book.first()
                && book.first() >= 0
                && (ranges == null || ranges.ends().firstKey() > book.first())) {
            faults.add("raw partition " + source + ": the ledger counts from offset " + book.first()
                    + ", Bronze begins later");
        }
    }
}
