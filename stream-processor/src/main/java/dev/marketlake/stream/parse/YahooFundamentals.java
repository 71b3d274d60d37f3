package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.Parsed;
import tools.jackson.databind.JsonNode;

/** One result of Yahoo's v7 quote: {@code {"quote":{"longName":"Apple Inc.","trailingPE":40.925644,...}}}. It names no sector. */
final class YahooFundamentals implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        return FundamentalsReading.read(
                envelope,
                payload,
                "quote",
                company -> new FundamentalsContent(
                        company.text("longName", "shortName"),
                        null,
                        company.text("currency"),
                        company.figures().amount("marketCap"),
                        company.ratio("trailingPE"),
                        company.ratio("epsTrailingTwelveMonths")));
    }
}
