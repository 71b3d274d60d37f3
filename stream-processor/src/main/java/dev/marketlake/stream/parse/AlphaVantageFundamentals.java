package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.Parsed;
import tools.jackson.databind.JsonNode;

/** Alpha Vantage's OVERVIEW: {@code {"overview":{"Name":"...","PERatio":"19.42",...}}}. All is text; "None" and "-" mean there is none. */
final class AlphaVantageFundamentals implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        return FundamentalsReading.read(
                envelope,
                payload,
                "overview",
                company -> new FundamentalsContent(
                        company.text("Name"),
                        company.text("Sector"),
                        company.text("Currency"),
                        company.figures().amount("MarketCapitalization"),
                        company.ratio("PERatio", "TrailingPE"),
                        company.ratio("EPS")));
    }
}
