package dev.marketlake.stream.observation;

import java.math.BigInteger;

/** The figures of a corporate action, normalised: two sources say the same where these are equal. */
public sealed interface CorporateActionContent {

    /** The name that topics and tables carry. */
    String kind();

    /**
     * {@code to} shares for each {@code from} before, in lowest terms: 4 to 1, 523 to 500 for the factor 1.046.
     *
     * @param to above zero
     * @param from above zero
     */
    record Split(long to, long from) implements CorporateActionContent {
        public Split {
            if (to <= 0 || from <= 0) {
                throw new IllegalArgumentException("not a split: " + to + " to " + from);
            }
            long common = BigInteger.valueOf(to).gcd(BigInteger.valueOf(from)).longValueExact();
            to /= common;
            from /= common;
        }

        @Override
        public String kind() {
            return "SPLIT";
        }
    }

    /** @param amount per share in the currency of the listing, in units of 1e-8, above zero */
    record Dividend(long amount) implements CorporateActionContent {
        public Dividend {
            if (amount <= 0) {
                throw new IllegalArgumentException("not a dividend: " + amount);
            }
        }

        @Override
        public String kind() {
            return "DIVIDEND";
        }
    }
}
