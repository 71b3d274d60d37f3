package dev.marketlake.stream.judge;

/** How urgent an alert is. The name is what topics and tables carry. */
public enum AlertSeverity {
    INFO,
    WARNING,
    CRITICAL
}
