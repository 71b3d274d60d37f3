package dev.marketlake.market;

import java.util.regex.Pattern;

/**
 * An instrument symbol in Marketlake's own spelling, safe as a Kafka key and as part of an object path.
 *
 * <p>Upper-case letters, digits, dot, hyphen, caret, equals and underscore, at most 20 characters, starting with a letter, digit or
 * caret; for example {@code AAPL}, {@code BRK-B}, {@code TSCO.LON}, {@code ^ACWI}.
 */
public record Symbol(String value) implements Comparable<Symbol> {
    private static final Pattern VALID = Pattern.compile("[A-Z0-9^][A-Z0-9.\\-^=_]{0,19}");

    public Symbol {
        if (!isValid(value)) {
            throw new IllegalArgumentException("symbol '" + value + "' is not valid: use 1 to 20 of A-Z 0-9 . - ^ = _"
                    + " and start with a letter, digit or ^");
        }
    }

    /** Whether {@code text} would make a symbol. */
    public static boolean isValid(String text) {
        return VALID.matcher(text).matches() && !text.contains("..");
    }

    @Override
    public int compareTo(Symbol other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
