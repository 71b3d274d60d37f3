package dev.marketlake.simulator.market;

import dev.marketlake.market.Symbol;

/**
 * What distinguishes one synthetic symbol from another, drawn from seed and symbol.
 *
 * @param basePrice level the price is pulled back to, in USD
 * @param beta share of the market factor in its log price
 * @param volatility standard deviation of its own daily change, for example 0.012
 * @param dailyVolume shares of an average day, auctions aside; 0 for an index
 * @param presence probability that a minute has a trade
 */
record Instrument(
        Symbol symbol,
        Liquidity liquidity,
        double basePrice,
        double beta,
        double volatility,
        double dailyVolume,
        double presence) {
    private static final int BASE_PRICE = 0;
    private static final int BETA = 1;
    private static final int VOLATILITY = 2;
    private static final int VOLUME = 3;

    static Instrument of(long seed, Symbol symbol, Liquidity liquidity) {
        Draws draws = Draws.of(seed, symbol.value(), "instrument");
        double base = draws.between(40, 400, BASE_PRICE);
        double beta = draws.between(0.7, 1.3, BETA);
        double volatility = draws.between(0.008, 0.016, VOLATILITY);
        return switch (liquidity) {
            case LIQUID ->
                new Instrument(symbol, liquidity, base, beta, volatility, draws.between(4e6, 60e6, VOLUME), 1);
            case THIN ->
                new Instrument(symbol, liquidity, base, beta, volatility, draws.between(3e4, 1e5, VOLUME), 0.3);
            case INDEX -> new Instrument(symbol, liquidity, base, beta, volatility, 0, 1);
        };
    }
}
