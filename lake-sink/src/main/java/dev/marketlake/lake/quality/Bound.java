package dev.marketlake.lake.quality;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a measured value has to lie.
 *
 * @param comparison how, for example {@code =}, {@code <}, {@code between}
 * @param low the number to compare with; the lower end of {@code between}, included
 * @param high the upper end of {@code between}, included; else the same as {@code low}
 * @param words as the file has it, for example {@code between 1 and 5}
 */
record Bound(Comparison comparison, double low, double high, String words) {
    private static final Pattern BETWEEN = Pattern.compile("(\\S+) and (\\S+)");

    /** How two numbers are compared. */
    enum Comparison {
        EQUAL("="),
        OTHER("!="),
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        BETWEEN("between");

        private final String word;

        Comparison(String word) {
            this.word = word;
        }

        static Comparison of(String word) {
            for (Comparison one : values()) {
                if (one.word.equals(word)) {
                    return one;
                }
            }
            throw new IllegalArgumentException(word);
        }
    }

    /** @param number makes a number of a text; empty where it is none */
    static Optional<Bound> of(String comparison, String text, Function<String, Optional<Double>> number) {
        Comparison how = Comparison.of(comparison);
        String words = comparison + " " + text;
        if (how != Comparison.BETWEEN) {
            return number.apply(text).map(value -> new Bound(how, value, value, words));
        }
        Matcher ends = BETWEEN.matcher(text);
        return ends.matches()
                ? number.apply(ends.group(1))
                        .flatMap(low -> number.apply(ends.group(2)).map(high -> new Bound(how, low, high, words)))
                : Optional.empty();
    }

    /** False for a value that is not a number. */
    boolean holds(double value) {
        return switch (comparison) {
            case EQUAL -> value == low;
            case OTHER -> value < low || value > low;
            case BELOW -> value < low;
            case AT_MOST -> value <= low;
            case ABOVE -> value > low;
            case AT_LEAST -> value >= low;
            case BETWEEN -> value >= low && value <= high;
        };
    }

    boolean isNone() {
        return comparison == Comparison.EQUAL && low == 0;
    }
}
