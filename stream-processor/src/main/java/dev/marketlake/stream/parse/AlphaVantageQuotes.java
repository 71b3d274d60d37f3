package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.HIGH_BELOW_LOW;

import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.QuoteContent;
import dev.marketlake.stream.observation.QuoteObservation;
import tools.jackson.databind.JsonNode;

/**
 * A snapshot of Alpha Vantage's GLOBAL_QUOTE: {@code {"quote":{"05. price":"121.74","07. latest trading day":"2020-05-08",...}}}. It says
 * the day but no time: the provider time is the regular open of that day, the one moment the price is surely not older than.
 */
final class AlphaVantageQuotes implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        JsonNode quote = Fields.object(payload, "quote", findings);
        if (quote == null) {
            return findings.refusal();
        }
        String day = Fields.text(quote, "07. latest trading day", findings);
        long providerTime = Stamps.openOf(Stamps.date(day, findings), envelope.calendar(), findings);
        Figures figures = new Figures(quote, findings);
        long price = figures.price("05. price");
        long open = figures.dayFigure("02. open");
        long high = figures.dayFigure("03. high");
        long low = figures.dayFigure("04. low");
        long previousClose = figures.dayFigure("08. previous close");
        if (high != QuoteContent.NONE && high < low) {
            findings.add(HIGH_BELOW_LOW, "high " + quote.get("03. high") + " is below low " + quote.get("04. low"));
        }
        if (findings.refused()) {
            return findings.refusal();
        }
        return new QuoteObservation(
                envelope.symbol(),
                envelope.source(),
                providerTime,
                new QuoteContent(price, open, high, low, previousClose),
                findings.notes(),
                envelope.place());
    }
}
