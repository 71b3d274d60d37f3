package dev.marketlake.allinone.rejected;

import dev.marketlake.allinone.query.RowPrinter;
import dev.marketlake.events.RejectedQuote;
import java.util.Arrays;
import java.util.List;

/** Rejected records as a table. */
public record RejectedRows(List<RejectedQuote> rows, RawPlace.Naming naming) {

    public void print(RowPrinter printer) {
        printer.begin(List.of("rejected_at", "position", "symbol", "source", "feed", "reasons", "message"));
        for (var row : rows) {
            printer.row(Arrays.asList(
                    row.getRejectedAt(),
                    naming.name(RawPlace.of(row.getPosition())),
                    row.getSymbol(),
                    row.getSource(),
                    row.getFeed(),
                    row.getReasons(),
                    row.getMessage()));
        }
        printer.end();
    }
}
