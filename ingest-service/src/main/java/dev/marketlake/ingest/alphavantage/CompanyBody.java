package dev.marketlake.ingest.alphavantage;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.Payload;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.util.Comparator;
import java.util.List;

/** Reads the bodies of GLOBAL_QUOTE, OVERVIEW, SPLITS and DIVIDENDS. Pure. */
final class CompanyBody {
    private final Secret key;

    CompanyBody(Secret key) {
        this.key = key;
    }

    /** {@code {"Global Quote":{"01. symbol":"IBM",...}}}; an unknown symbol is answered with an empty quote. */
    Reading globalQuote(String body, String spelling) {
        return AnsweredObject.read(key, body, spelling, whole -> {
            JsonValue quote = whole.member("Global Quote");
            if (quote.list().isEmpty()) {
                return AnsweredObject.unknown(spelling);
            }
            BodyReading.requireSymbol(spelling, quote.member("01. symbol"));
            return rows(List.of(payload(spelling, "quote", quote)));
        });
    }

    /** {@code {"Symbol":"IBM","PERatio":"19.42",...}}. */
    Reading overview(String body, String spelling) {
        return AnsweredObject.read(key, body, spelling, whole -> {
            BodyReading.requireSymbol(spelling, whole.member("Symbol"));
            return rows(List.of(payload(spelling, "overview", whole)));
        });
    }

    /** {@code {"symbol":"IBM","data":[{"effective_date":"1999-05-27",...}]}}, oldest first. */
    Reading splits(String body, String spelling) {
        return actions(body, spelling, "split", "effective_date");
    }

    /** {@code {"symbol":"IBM","data":[{"ex_dividend_date":"2026-05-08",...}]}}, oldest first. */
    Reading dividends(String body, String spelling) {
        return actions(body, spelling, "dividend", "ex_dividend_date");
    }

    private Reading actions(String body, String spelling, String name, String date) {
        return AnsweredObject.read(key, body, spelling, whole -> {
            BodyReading.requireSymbol(spelling, whole.member("symbol"));
            return rows(whole.member("data").elements().stream()
                    .sorted(Comparator.comparing(action -> action.member(date).string()))
                    .map(action -> payload(spelling, name, action))
                    .toList());
        });
    }

    private static Reading rows(List<String> payloads) {
        return new Reading.Rows(payloads);
    }

    private static String payload(String spelling, String name, JsonValue value) {
        return new Payload().with("symbol", spelling).with(name, value).json();
    }
}
