package dev.marketlake.simulator.alphavantage;

import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.Draws;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An invented company, drawn from its symbol alone and scaled so that its ratios are plausible at a reference price.
 *
 * @param shares shares outstanding
 * @param earningsPerShare USD per year
 * @param dividend USD per share and year
 * @param bookValue USD per share
 * @param revenue USD per year
 * @param profitMargin share of revenue
 */
record Company(
        String cik,
        BigDecimal shares,
        BigDecimal earningsPerShare,
        BigDecimal dividend,
        BigDecimal bookValue,
        BigDecimal revenue,
        BigDecimal profitMargin) {

    static Company of(Symbol symbol, BigDecimal referencePrice) {
        Draws draws = Draws.of(0, symbol.value(), "company");
        double price = referencePrice.doubleValue();
        BigDecimal shares = BigDecimal.valueOf(Math.round(draws.between(2e8, 5e9, 0)));
        BigDecimal earnings = amount(price / draws.between(12, 35, 1));
        BigDecimal margin = BigDecimal.valueOf(draws.between(0.08, 0.25, 2)).setScale(3, RoundingMode.HALF_UP);
        return new Company(
                Long.toString(Math.round(draws.between(10_000, 99_999, 3))),
                shares,
                earnings,
                amount(price * draws.between(0, 0.03, 4)),
                amount(price / draws.between(2, 8, 5)),
                earnings.multiply(shares).divide(margin, 0, RoundingMode.HALF_UP),
                margin);
    }

    private static BigDecimal amount(double value) {
        return BigDecimal.valueOf(Math.max(0.01, value)).setScale(2, RoundingMode.HALF_UP);
    }
}
