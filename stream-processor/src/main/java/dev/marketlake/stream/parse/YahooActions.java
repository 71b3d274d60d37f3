package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.Parsed;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/**
 * An event of Yahoo's v8 chart: {@code {"timeZone":"America/New_York","kind":"splits","event":{"date":1626787800,"numerator":4,
 * "denominator":1,...}}} or {@code {"kind":"dividends","event":{"date":1604673000,"amount":0.205},...}}, date the session's open in UNIX
 * seconds.
 */
final class YahooActions implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        String kind = Fields.text(payload, "kind", findings);
        String zone = Fields.text(payload, "timeZone", findings);
        JsonNode event = Fields.object(payload, "event", findings);
        if (event == null) {
            return findings.refusal();
        }
        LocalDate date = Stamps.dateOf(Stamps.seconds(event, "date", findings), Stamps.zone(zone, findings));
        Figures figures = new Figures(event, findings, WidenedFloats::shortest);
        return switch (kind) {
            case "splits" ->
                Actions.split(envelope, date, figures.price("numerator"), figures.price("denominator"), findings);
            case "dividends" -> Actions.dividend(envelope, date, figures.price("amount"), findings);
            default -> Actions.unknown(findings);
        };
    }
}
