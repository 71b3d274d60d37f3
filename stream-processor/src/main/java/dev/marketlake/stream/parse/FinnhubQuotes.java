package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.HIGH_BELOW_LOW;
import static dev.marketlake.stream.observation.Reason.UNKNOWN_SYMBOL;

import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.QuoteContent;
import dev.marketlake.stream.observation.QuoteObservation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A snapshot of Finnhub's /quote: {@code {"quote":{"c":308.82,"h":311.4,"l":305.84,"o":306.12,"pc":304.99,"t":1779480000}}}, t in UNIX
 * seconds. An unknown symbol is answered with zeros throughout.
 */
final class FinnhubQuotes implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        JsonNode quote = Fields.object(payload, "quote", findings);
        if (quote == null) {
            return findings.refusal();
        }
        if (isZero(quote.get("c")) && isZero(quote.get("t"))) {
            findings.add(
                    UNKNOWN_SYMBOL, "Finnhub answers " + envelope.symbol() + " with zeros: it knows no such symbol");
        }
        long providerTime = Stamps.seconds(quote, "t", findings);
        Figures figures = new Figures(quote, findings);
        long price = figures.price("c");
        long open = figures.dayFigure("o");
        long high = figures.dayFigure("h");
        long low = figures.dayFigure("l");
        long previousClose = figures.dayFigure("pc");
        if (high != QuoteContent.NONE && low != QuoteContent.NONE && high < low) {
            findings.add(HIGH_BELOW_LOW, "h " + quote.get("h") + " is below l " + quote.get("l"));
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

    private static boolean isZero(@Nullable JsonNode node) {
        return node != null && node.isNumber() && node.decimalValue().signum() == 0;
    }
}
