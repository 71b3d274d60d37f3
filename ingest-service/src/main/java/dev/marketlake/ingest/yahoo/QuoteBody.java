package dev.marketlake.ingest.yahoo;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.Payload;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.util.List;

/** Reads the body of the v7 quote, which says P/E and earnings per share. Pure. An unknown symbol is answered with no result. */
final class QuoteBody {
    private final Secret key;

    QuoteBody(Secret key) {
        this.key = key;
    }

    /** The result about one symbol, of however many there are. */
    Reading read(String body, String spelling) {
        return Refusal.read(key, body, "quoteResponse", results -> {
            List<String> quotes = results.elements().stream()
                    .filter(quote -> isAbout(quote, spelling))
                    .map(quote -> new Payload().with("quote", quote).json())
                    .toList();
            return quotes.isEmpty()
                    ? BodyReading.refused(new Fetch.UnknownSymbol("no quote for " + spelling))
                    : new Reading.Rows(quotes);
        });
    }

    private static boolean isAbout(JsonValue quote, String spelling) {
        return quote.member("symbol").string().equalsIgnoreCase(spelling);
    }
}
