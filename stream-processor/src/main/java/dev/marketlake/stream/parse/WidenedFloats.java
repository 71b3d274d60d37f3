package dev.marketlake.stream.parse;

import java.math.BigDecimal;

/**
 * Yahoo keeps prices as 32-bit floats and prints them widened to 64 bits: 75.0875 becomes 75.0875015258789. The shortest decimal that is
 * the same float is what the price was.
 */
final class WidenedFloats {
    /** A number that can be kept as it is written is kept so. */
    private static final int DECIMALS_KEPT = 8;

    private static final int DIGITS_OF_A_DOUBLE = 17;

    private WidenedFloats() {}

    /** The shortest decimal of the float that {@code number} is; {@code number} itself where it is none, or short already. */
    static BigDecimal shortest(BigDecimal number) {
        boolean mayBeWidened = number.scale() > DECIMALS_KEPT && number.precision() <= DIGITS_OF_A_DOUBLE;
        if (!mayBeWidened) {
            return number;
        }
        double wide = number.doubleValue();
        float narrow = (float) wide;
        return narrow == wide && Float.isFinite(narrow) ? new BigDecimal(Float.toString(narrow)) : number;
    }
}
