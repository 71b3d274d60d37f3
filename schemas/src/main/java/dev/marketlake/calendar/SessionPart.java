package dev.marketlake.calendar;

/** Part of an exchange day. The name is what topics and tables carry. */
public enum SessionPart {
    PRE,
    REGULAR,
    POST,
    /** Outside any session: night, weekend, holiday. */
    CLOSED
}
