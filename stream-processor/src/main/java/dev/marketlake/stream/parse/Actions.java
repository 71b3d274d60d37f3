package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.MALFORMED_PAYLOAD;

import dev.marketlake.stream.observation.CorporateActionContent;
import dev.marketlake.stream.observation.CorporateActionContent.Dividend;
import dev.marketlake.stream.observation.CorporateActionContent.Split;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.Parsed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the providers' splits and dividends have in common. */
final class Actions {
    /** One share before the split, in the units of {@link Figures#price}. */
    static final long ONE = 100_000_000;

    private Actions() {}

    /** A split, or the refusal that the findings come to; terms in any common unit. */
    static Parsed split(Envelope envelope, @Nullable LocalDate date, long to, long from, Findings findings) {
        return findings.refused() ? findings.refusal() : observation(envelope, date, new Split(to, from), findings);
    }

    /** A dividend, or the refusal that the findings come to. */
    static Parsed dividend(Envelope envelope, @Nullable LocalDate date, long amount, Findings findings) {
        return findings.refused() ? findings.refusal() : observation(envelope, date, new Dividend(amount), findings);
    }

    /** A payload that is of neither kind. */
    static Parsed unknown(Findings findings) {
        findings.add(MALFORMED_PAYLOAD, "it is neither a split nor a dividend");
        return findings.refusal();
    }

    private static Parsed observation(
            Envelope envelope, @Nullable LocalDate date, CorporateActionContent content, Findings findings) {
        if (date == null) {
            return findings.refusal();
        }
        return new CorporateActionObservation(
                envelope.symbol(), envelope.source(), date, content, findings.notes(), envelope.place());
    }
}
