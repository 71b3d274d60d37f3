package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.Prices;
import org.jspecify.annotations.Nullable;

/** Reads a text that is expected to be spelled in one way, from its start to its end. After the first surprise it is never at the end. */
final class TextScan {
    private static final int PRICE_DIGITS = 9;
    private static final int WHOLE_DIGITS = 15;
    private static final int LOST = Integer.MAX_VALUE;

    private final String text;
    private int position;

    TextScan(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    boolean isAtEnd() {
        return position == text.length();
    }

    void skip(String expected) {
        if (!skipIf(expected)) {
            position = LOST;
        }
    }

    boolean skipIf(String expected) {
        if (position == LOST || expected.isEmpty() || !text.startsWith(expected, position)) {
            return false;
        }
        position += expected.length();
        return true;
    }

    void skipLength(int length) {
        position = position == LOST || text.length() - position < length ? LOST : position + length;
    }

    /** To the next quotation mark; a text with anything escaped is a surprise. */
    void skipText() {
        for (int i = position; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                position = i;
                return;
            }
            if (letter == '\\' || letter < ' ') {
                break;
            }
        }
        position = LOST;
    }

    /** What {@link #skipText()} skips; null where it is a surprise. */
    @Nullable
    String text() {
        int start = position;
        skipText();
        return position == LOST ? null : text.substring(start, position);
    }

    /** Digits, and where there is a point up to eight more, in units of 1e-8. */
    long price() {
        long value = digits(PRICE_DIGITS);
        int decimals = 0;
        if (position != LOST && position < text.length() && text.charAt(position) == '.') {
            position++;
            int start = position;
            while (decimals < Prices.SCALE && isDigit()) {
                value = value * 10 + text.charAt(position) - '0';
                position++;
                decimals++;
            }
            if (position == start) {
                position = LOST;
            }
        }
        for (int i = decimals; i < Prices.SCALE; i++) {
            value *= 10;
        }
        return value;
    }

    /** Digits. */
    long whole() {
        return digits(WHOLE_DIGITS);
    }

    private long digits(int most) {
        long value = 0;
        int start = position;
        while (isDigit() && position - start < most) {
            value = value * 10 + text.charAt(position) - '0';
            position++;
        }
        if (position == start) {
            position = LOST;
        }
        return value;
    }

    private boolean isDigit() {
        return position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }
}
