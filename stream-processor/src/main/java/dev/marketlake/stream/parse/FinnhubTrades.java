package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.MALFORMED_PAYLOAD;

import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.TradeContent;
import dev.marketlake.stream.observation.TradeObservation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One trade of Finnhub's WebSocket: {@code {"ordinal":0,"trade":{"p":146.76,"s":"AAPL","t":1628238530221,"v":43,"c":["1","24"]}}}, t in UNIX
 * milliseconds. Trades have no id: ordinal is the place among equal trades of one connection, a frame that was sent again not counted. The
 * codes in c may be absent.
 */
final class FinnhubTrades implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        int ordinal = ordinal(payload.get("ordinal"), findings);
        JsonNode trade = Fields.object(payload, "trade", findings);
        if (trade == null) {
            return findings.refusal();
        }
        long providerTime = Stamps.millis(trade, "t", findings);
        Figures figures = new Figures(trade, findings);
        long price = figures.price("p");
        long size = figures.volume("v");
        List<String> conditions = conditions(trade.get("c"), findings);
        if (findings.refused()) {
            return findings.refusal();
        }
        return new TradeObservation(
                envelope.symbol(),
                envelope.source(),
                providerTime,
                new TradeContent(price, size, conditions, ordinal),
                findings.notes(),
                envelope.place());
    }

    private static int ordinal(@Nullable JsonNode node, Findings findings) {
        if (node == null || !node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
            findings.add(MALFORMED_PAYLOAD, "ordinal is missing or no count");
            return 0;
        }
        return node.asInt();
    }

    private static List<String> conditions(@Nullable JsonNode node, Findings findings) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (JsonNode code : node) {
            codes.add(code.isString() ? code.asString() : code.toString());
        }
        if (!node.isArray()) {
            findings.add(MALFORMED_PAYLOAD, "c is no list of codes");
        }
        return codes;
    }
}
