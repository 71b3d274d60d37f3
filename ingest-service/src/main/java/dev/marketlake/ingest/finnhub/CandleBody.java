package dev.marketlake.ingest.finnhub;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.ParallelArrays;
import dev.marketlake.ingest.fetch.Payload;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.ingest.fetch.UnexpectedShape;
import java.util.List;
import java.util.Map;

/**
 * Reads the body of /stock/candle, intraday or daily: arrays t, o, h, l, c, v and s = ok. Pure. The body names no symbol.
 *
 * <p>s = no_data means that there is nothing, now and then wrongly (an outage, the first seconds of a minute): it gives no rows and is
 * asked again in the next round. Arrays of different length are Broken: a figure could be filed under another row's time.
 */
final class CandleBody {
    private static final List<String> FIGURES = List.of("o", "h", "l", "c", "v");

    private final Secret key;
    private final String resolution;

    /** @param resolution the provider's spelling: 1, 5, 15, 30, 60 or D */
    CandleBody(Secret key, String resolution) {
        this.key = key;
        this.resolution = resolution;
    }

    Reading read(String body, String spelling) {
        return BodyReading.read(key, body, whole -> {
            Map<String, JsonValue> members = whole.members();
            JsonValue error = members.get("error");
            if (error != null) {
                return BodyReading.refused(Complaint.meaning(error.text(), key));
            }
            return switch (whole.member("s").string()) {
                case "no_data" -> new Reading.Rows(List.of());
                case "ok" -> new Reading.Rows(payloads(members, whole.member("t"), spelling));
                default -> throw new UnexpectedShape("s is " + whole.member("s").text());
            };
        });
    }

    private List<String> payloads(Map<String, JsonValue> arrays, JsonValue times, String spelling) {
        return ParallelArrays.rows("t", times, arrays, FIGURES).stream()
                .map(candle -> new Payload()
                        .with("symbol", spelling)
                        .with("resolution", resolution)
                        .with("candle", candle.row())
                        .json())
                .toList();
    }
}
