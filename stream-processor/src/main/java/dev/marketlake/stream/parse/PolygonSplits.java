package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.Parsed;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/** One result of Polygon's /v3/reference/splits: {@code {"split":{"execution_date":"2022-07-18","split_from":1,"split_to":20,...}}}. */
final class PolygonSplits implements PayloadParser {
    @Override
    public Parsed parse(Envelope envelope, JsonNode payload) {
        Findings findings = new Findings();
        JsonNode split = Fields.object(payload, "split", findings);
        if (split == null) {
            return findings.refusal();
        }
        LocalDate date = Stamps.date(Fields.text(split, "execution_date", findings), findings);
        Figures figures = new Figures(split, findings);
        return Actions.split(envelope, date, figures.price("split_to"), figures.price("split_from"), findings);
    }
}
