package dev.marketlake.ingest.polygon;

import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.Payload;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.ingest.fetch.UnexpectedShape;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the body of /v2/aggs/ticker, of minutes or of days. Pure. An unknown ticker cannot be told from one without trades: both give no
 * rows. Results that are fewer or more than the body says are Broken.
 */
final class AggregatesBody {
    private static final Comparator<JsonValue> BY_TIME =
            Comparator.comparing(bar -> bar.find("t").flatMap(JsonValue::number).orElse(BigDecimal.ZERO));

    private final Secret key;

    AggregatesBody(Secret key) {
        this.key = key;
    }

    /** The bars, oldest first. @param spelling of the ticker, whose case matters */
    Reading read(String body, String spelling) {
        return Refusal.read(key, body, answer -> {
            JsonValue ticker = answer.whole().member("ticker");
            if (!ticker.string().equals(spelling)) {
                throw new UnexpectedShape("asked for " + spelling + ", answered " + ticker.text());
            }
            List<JsonValue> bars = answer.results();
            requireCount(bars.size(), answer.whole().member("resultsCount"));
            JsonValue adjusted = answer.whole().member("adjusted");
            return new Reading.Rows(bars.stream()
                    .sorted(BY_TIME)
                    .map(bar -> new Payload()
                            .with("ticker", ticker)
                            .with("adjusted", adjusted)
                            .with("bar", bar)
                            .json())
                    .toList());
        });
    }

    private static void requireCount(int results, JsonValue count) {
        if (count.number()
                .filter(said -> said.compareTo(BigDecimal.valueOf(results)) == 0)
                .isEmpty()) {
            throw new UnexpectedShape(results + " results, but resultsCount is " + count.text());
        }
    }
}
