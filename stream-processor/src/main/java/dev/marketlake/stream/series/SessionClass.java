package dev.marketlake.stream.series;

import dev.marketlake.calendar.SessionPart;

/** Bars of one class form a series: they screen each other, and only regular ones feed readings and the daily bar. */
public enum SessionClass {
    REGULAR,
    EXTENDED,
    CLOSED;

    public static SessionClass of(SessionPart part) {
        return switch (part) {
            case REGULAR -> REGULAR;
            case PRE, POST -> EXTENDED;
            case CLOSED -> CLOSED;
        };
    }
}
