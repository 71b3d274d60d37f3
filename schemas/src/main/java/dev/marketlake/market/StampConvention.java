package dev.marketlake.market;

/**
 * What a provider's time stamp on a bar means. Alpha Vantage stamped the close in data up to 2020 and stamps the open in 2026, so a
 * raw event carries the convention it was fetched under.
 */
public enum StampConvention {
    /** The stamp is the start of the bar. */
    OPEN,
    /** The stamp is the end of the bar: 09:31 for the minute that starts 09:30. */
    CLOSE
}
