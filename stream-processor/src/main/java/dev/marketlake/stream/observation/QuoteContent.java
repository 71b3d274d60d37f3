package dev.marketlake.stream.observation;

/**
 * The figures of a quote snapshot, normalised. Prices in units of 1e-8; {@link #NONE} where the source gives none.
 *
 * @param price last price
 * @param dayOpen opening price of the day
 * @param dayHigh highest price of the day so far
 * @param dayLow lowest price of the day so far
 * @param previousClose close of the session before
 */
public record QuoteContent(long price, long dayOpen, long dayHigh, long dayLow, long previousClose) {
    /** Stands for "not given". */
    public static final long NONE = 0;

    public QuoteContent {
        if (price <= 0 || dayOpen < 0 || dayHigh < 0 || dayLow < 0 || previousClose < 0) {
            throw new IllegalArgumentException("not a quote: price " + price);
        }
    }
}
