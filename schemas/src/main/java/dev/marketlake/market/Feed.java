package dev.marketlake.market;

/** Kind of observation. The name is what topics and tables carry. */
public enum Feed {
    INTRADAY_BAR,
    DAILY_BAR,
    QUOTE,
    TRADE,
    FUNDAMENTALS,
    CORPORATE_ACTION
}
