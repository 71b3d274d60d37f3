package dev.marketlake.stream.judge;

/** What a rule looks at. The name is what topics and tables carry. */
public enum AlertKind {
    /** A bar's volume against the 20 bars before it. */
    VOLUME_SPIKE
}
