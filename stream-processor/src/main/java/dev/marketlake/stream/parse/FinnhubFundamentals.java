package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.Parsed;
import tools.jackson.databind.JsonNode;

/**
 * What Finnhub says of a company, in two answers: {@code {"metric":{"peTTM":37.0039,...}}} of /stock/metric and {@code
 * {"profile":{"name":"Apple Inc",...}}} of /stock/profile2. Market capitalizations are in millions; any member may be absent.
 */
final class FinnhubFundamentals implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        return payload.has("profile") ? profile(envelope, payload) : metric(envelope, payload);
    }

    private static Parsed profile(Envelope envelope, JsonNode payload) {
        return FundamentalsReading.read(
                envelope,
                payload,
                "profile",
                company -> new FundamentalsContent(
                        company.text("name"),
                        company.text("finnhubIndustry"),
                        company.text("currency"),
                        company.figures().millions("marketCapitalization"),
                        null,
                        null));
    }

    private static Parsed metric(Envelope envelope, JsonNode payload) {
        return FundamentalsReading.read(
                envelope,
                payload,
                "metric",
                company -> new FundamentalsContent(
                        null,
                        null,
                        null,
                        company.figures().millions("marketCapitalization"),
                        company.ratio("peTTM", "peBasicExclExtraTTM", "peExclExtraTTM"),
                        company.ratio("epsTTM", "epsBasicExclExtraItemsTTM", "epsExclExtraItemsTTM")));
    }
}
