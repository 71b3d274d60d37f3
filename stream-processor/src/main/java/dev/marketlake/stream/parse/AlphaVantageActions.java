package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.Parsed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A split or a dividend of Alpha Vantage: {@code {"split":{"effective_date":"1999-05-27","split_factor":"2.0000"}}} of SPLITS, {@code
 * {"dividend":{"ex_dividend_date":"2026-05-08","amount":"1.69",...}}} of DIVIDENDS, or {@code {"kind":"DIVIDEND","date":"2026-05-08",
 * "bar":{"7. dividend amount":"1.6900","8. split coefficient":"1.0",...}}} where a row of TIME_SERIES_DAILY_ADJUSTED shows one.
 */
final class AlphaVantageActions implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        if (payload.has("split")) {
            return split(envelope, payload, "split", "split_factor");
        }
        if (payload.has("dividend")) {
            return dividend(envelope, payload, "dividend", "amount");
        }
        Findings findings = new Findings();
        return switch (Fields.text(payload, "kind", findings)) {
            case "SPLIT" -> split(envelope, payload, "bar", "8. split coefficient");
            case "DIVIDEND" -> dividend(envelope, payload, "bar", "7. dividend amount");
            default -> Actions.unknown(findings);
        };
    }

    private static Parsed split(Envelope envelope, JsonNode payload, String object, String factor) {
        Findings findings = new Findings();
        JsonNode split = Fields.object(payload, object, findings);
        if (split == null) {
            return findings.refusal();
        }
        LocalDate date = date(payload, split, "effective_date", findings);
        return Actions.split(envelope, date, new Figures(split, findings).price(factor), Actions.ONE, findings);
    }

    private static Parsed dividend(Envelope envelope, JsonNode payload, String object, String amount) {
        Findings findings = new Findings();
        JsonNode dividend = Fields.object(payload, object, findings);
        if (dividend == null) {
            return findings.refusal();
        }
        LocalDate date = date(payload, dividend, "ex_dividend_date", findings);
        return Actions.dividend(envelope, date, new Figures(dividend, findings).price(amount), findings);
    }

    private static @Nullable LocalDate date(JsonNode payload, JsonNode action, String name, Findings findings) {
        boolean ofBar = payload.has("date");
        return Stamps.date(Fields.text(ofBar ? payload : action, ofBar ? "date" : name, findings), findings);
    }
}
