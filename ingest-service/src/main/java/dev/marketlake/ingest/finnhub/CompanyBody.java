package dev.marketlake.ingest.finnhub;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.Payload;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.util.List;
import java.util.function.Function;

/**
 * Reads what Finnhub says of a company. Pure. An unknown symbol is answered with an empty object, or with an empty metric. Of a metric
 * its series, 200 kB of history, are left out.
 */
final class CompanyBody {
    private final Secret key;

    CompanyBody(Secret key) {
        this.key = key;
    }

    /** The body of /stock/profile2. */
    Reading profile(String body, String spelling) {
        return read(body, whole -> {
            if (whole.members().isEmpty()) {
                return unknown(spelling);
            }
            BodyReading.requireSymbol(spelling, whole.member("ticker"));
            return one(spelling, "profile", whole);
        });
    }

    /** The body of /stock/metric. */
    Reading metric(String body, String spelling) {
        return read(body, whole -> {
            JsonValue metric = whole.member("metric");
            if (metric.members().isEmpty()) {
                return unknown(spelling);
            }
            BodyReading.requireSymbol(spelling, whole.member("symbol"));
            return one(spelling, "metric", metric);
        });
    }

    private Reading read(String body, Function<JsonValue, Reading> reader) {
        return BodyReading.read(key, body, whole -> {
            JsonValue error = whole.members().get("error");
            return error == null ? reader.apply(whole) : BodyReading.refused(Complaint.meaning(error.text(), key));
        });
    }

    private static Reading one(String spelling, String name, JsonValue company) {
        return new Reading.Rows(List.of(
                new Payload().with("symbol", spelling).with(name, company).json()));
    }

    private static Reading unknown(String spelling) {
        return BodyReading.refused(new Fetch.UnknownSymbol("nothing about " + spelling));
    }
}
