package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.MISSING_FIELD;
import static dev.marketlake.stream.observation.Reason.NOT_A_NUMBER;
import static dev.marketlake.stream.observation.Reason.NUMBER_TOO_LARGE;
import static dev.marketlake.stream.observation.Reason.PRICE_NOT_POSITIVE;
import static dev.marketlake.stream.observation.Reason.ROUNDED_FIGURE;
import static dev.marketlake.stream.observation.Reason.ROUNDED_PRICE;
import static dev.marketlake.stream.observation.Reason.ROUNDED_VOLUME;
import static dev.marketlake.stream.observation.Reason.VOLUME_NEGATIVE;
import static dev.marketlake.stream.observation.Reason.ZERO_DAY_FIGURE;
import static dev.marketlake.stream.observation.Reason.ZERO_VOLUME;

import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.observation.QuoteContent;
import dev.marketlake.stream.observation.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Numbers of one payload, given as JSON numbers or as text, exact: no double on the way. What is wrong goes to the findings and the
 * number comes back as 0.
 */
final class Figures {
    private static final int LONGEST = 64;
    private static final int PRICE_DIGITS = 10;
    private static final int VOLUME_DIGITS = 15;

    private static final int RATIO_DECIMALS = 8;
    private static final int MILLION_DECIMALS = 6;
    private static final int AMOUNT_DIGITS = 18;

    private final JsonNode fields;
    private final Findings findings;
    private final UnaryOperator<BigDecimal> reading;

    Figures(JsonNode fields, Findings findings) {
        this(fields, findings, UnaryOperator.identity());
    }

    /** @param reading what a number as it is written means */
    Figures(JsonNode fields, Findings findings, UnaryOperator<BigDecimal> reading) {
        this.fields = fields;
        this.findings = findings;
        this.reading = reading;
    }

    /** A price that must be there, in units of 1e-8. */
    long price(String name) {
        JsonNode node = fields.get(name);
        if (absent(node)) {
            findings.add(MISSING_FIELD, name + " is missing");
            return 0;
        }
        BigDecimal number = number(name, node);
        if (number == null) {
            return 0;
        }
        if (number.signum() <= 0) {
            findings.add(PRICE_NOT_POSITIVE, name + " is " + number);
            return 0;
        }
        long scaled = scaled(name, number);
        if (scaled == 0 && !findings.refused()) {
            findings.add(PRICE_NOT_POSITIVE, name + " rounds to zero");
        }
        return scaled;
    }

    /** A figure of the day in units of 1e-8; zero means the provider has none, which is noted; absent is just absent. */
    long dayFigure(String name) {
        JsonNode node = fields.get(name);
        if (absent(node)) {
            return QuoteContent.NONE;
        }
        BigDecimal number = number(name, node);
        if (number == null) {
            return QuoteContent.NONE;
        }
        if (number.signum() <= 0) {
            findings.add(ZERO_DAY_FIGURE, name);
            return QuoteContent.NONE;
        }
        return scaled(name, number);
    }

    /** Shares traded, rounded half-even; {@link BarContent#NO_VOLUME} where the source has none. */
    long volume(String name) {
        JsonNode node = fields.get(name);
        if (absent(node)) {
            return BarContent.NO_VOLUME;
        }
        BigDecimal number = number(name, node);
        if (number == null) {
            return BarContent.NO_VOLUME;
        }
        if (number.signum() < 0) {
            findings.add(VOLUME_NEGATIVE, name + " is " + number);
            return BarContent.NO_VOLUME;
        }
        long volume = rounded(name, number, 0, VOLUME_DIGITS, ROUNDED_VOLUME);
        if (volume == 0) {
            findings.add(ZERO_VOLUME, name);
        }
        return volume;
    }

    /** A ratio or an amount per share, of any sign, with scale 8; null where the provider has none. */
    @Nullable
    BigDecimal ratio(String name) {
        BigDecimal number = optional(name);
        return number == null
                ? null
                : BigDecimal.valueOf(
                        rounded(name, number, RATIO_DECIMALS, PRICE_DIGITS, ROUNDED_FIGURE), RATIO_DECIMALS);
    }

    /** A large amount in whole units; null where the provider has none. */
    @Nullable
    Long amount(String name) {
        BigDecimal number = optional(name);
        return number == null ? null : Long.valueOf(rounded(name, number, 0, AMOUNT_DIGITS, ROUNDED_FIGURE));
    }

    /** A large amount in whole units, given in millions; null where the provider has none. */
    @Nullable
    Long millions(String name) {
        BigDecimal number = optional(name);
        return number == null
                ? null
                : Long.valueOf(
                        rounded(name, number, MILLION_DECIMALS, AMOUNT_DIGITS - MILLION_DECIMALS, ROUNDED_FIGURE));
    }

    private @Nullable BigDecimal optional(String name) {
        JsonNode node = fields.get(name);
        return absent(node) || node.isString() && Fields.meansNone(node.asString()) ? null : number(name, node);
    }

    private long scaled(String name, BigDecimal number) {
        return rounded(name, number, Prices.SCALE, PRICE_DIGITS, ROUNDED_PRICE);
    }

    private long rounded(String name, BigDecimal number, int decimals, int digits, Reason roundedAway) {
        // Digits before the point, counted without writing the number out: 1e999999999 must not fill the heap.
        long magnitude = (long) number.precision() - number.scale();
        if (number.signum() != 0 && magnitude > digits) {
            findings.add(NUMBER_TOO_LARGE, name + " has " + magnitude + " digits before the point");
            return 0;
        }
        if (number.signum() == 0 || magnitude < -decimals) {
            noteIf(number.signum() != 0, roundedAway, name);
            return 0;
        }
        BigDecimal kept = number.setScale(decimals, RoundingMode.HALF_EVEN);
        noteIf(kept.compareTo(number) != 0, roundedAway, name);
        if (kept.precision() > digits + decimals) {
            findings.add(NUMBER_TOO_LARGE, name + " is " + number);
            return 0;
        }
        return kept.unscaledValue().longValueExact();
    }

    private void noteIf(boolean rounded, Reason reason, String name) {
        if (rounded) {
            findings.add(reason, name);
        }
    }

    private @Nullable BigDecimal number(String name, JsonNode node) {
        if (node.isNumber()) {
            return reading.apply(node.decimalValue());
        }
        String text = node.isString() ? node.asString() : node.toString();
        if (node.isString() && !text.isEmpty() && text.length() <= LONGEST) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                // The finding below is the answer.
            }
        }
        findings.add(NOT_A_NUMBER, name + " is " + Findings.quoted(text));
        return null;
    }

    private static boolean absent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }
}
