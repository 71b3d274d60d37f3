package dev.marketlake.simulator.market;

/** Whether a series shows the newest minute while it still forms, as Alpha Vantage does. Quotes always see it. */
public enum FormingBar {
    INCLUDED,
    EXCLUDED
}
