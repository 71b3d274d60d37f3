package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.MALFORMED_PAYLOAD;
import static dev.marketlake.stream.observation.Reason.MISSING_FIELD;

import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Parsed;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the answers about a company have in common: each is one object in its payload, and must say at least something. */
final class FundamentalsReading {
    private static final int LONGEST_TEXT = 500;

    private FundamentalsReading() {}

    /** @param answer name of the object, and of the answer */
    static Parsed read(
            Envelope envelope, JsonNode payload, String answer, Function<Company, FundamentalsContent> reading) {
        Findings findings = new Findings();
        JsonNode company = Fields.object(payload, answer, findings);
        if (company == null) {
            return findings.refusal();
        }
        FundamentalsContent content = reading.apply(new Company(company, new Figures(company, findings), findings));
        if (content.isEmpty() && !findings.refused()) {
            findings.add(MISSING_FIELD, answer + " has no name, sector, market capitalization, P/E or EPS");
        }
        if (findings.refused()) {
            return findings.refusal();
        }
        return new FundamentalsObservation(
                envelope.symbol(), envelope.source(), answer, content, findings.notes(), envelope.place());
    }

    /** An answer about a company, as text and as numbers. */
    record Company(JsonNode fields, Figures figures, Findings findings) {
        /** The first of these names that has a text. */
        @Nullable
        String text(String... names) {
            for (String name : names) {
                String text = Fields.optionalText(fields, name);
                if (text != null && text.length() > LONGEST_TEXT) {
                    findings.add(MALFORMED_PAYLOAD, name + " is longer than " + LONGEST_TEXT + " characters");
                }
                if (text != null) {
                    return text;
                }
            }
            return null;
        }

        /** The first of these names that has a number. */
        @Nullable
        BigDecimal ratio(String... names) {
            for (String name : names) {
                BigDecimal ratio = figures.ratio(name);
                if (ratio != null) {
                    return ratio;
                }
            }
            return null;
        }
    }
}
