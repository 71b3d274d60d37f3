package dev.marketlake.ingest.polygon;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.Payload;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.util.Comparator;

/** Reads the body of /v3/reference/splits of one ticker. Pure. */
final class SplitsBody {
    private final Secret key;

    SplitsBody(Secret key) {
        this.key = key;
    }

    /** The splits, oldest first. */
    Reading read(String body, String spelling) {
        return Refusal.read(key, body, answer -> {
            answer.results().forEach(split -> BodyReading.requireSymbol(spelling, split.member("ticker")));
            return new Reading.Rows(answer.results().stream()
                    .sorted(Comparator.comparing(SplitsBody::date))
                    .map(split -> new Payload().with("split", split).json())
                    .toList());
        });
    }

    private static String date(JsonValue split) {
        return split.member("execution_date").string();
    }
}
