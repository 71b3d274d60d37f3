package dev.marketlake.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/** The boundaries of a trading day by the exchange's clock, as in {@link TradingDay}. All lie on one date. */
public record SessionHours(ClockTime preOpen, ClockTime open, ClockTime close, ClockTime postClose) {
    public SessionHours {
        boolean inOrder = preOpen.compareTo(open) <= 0 && open.compareTo(close) < 0 && close.compareTo(postClose) <= 0;
        if (!inOrder) {
            throw new IllegalArgumentException(
                    "a day of " + preOpen + ", open " + open + ", close " + close + ", " + postClose
                            + " is not in order: pre-open, open, close and post-close follow each other on one date");
        }
    }

    /** Minutes of regular trading. */
    public int regularMinutes() {
        return close.minute() - open.minute();
    }

    /** The same up to the open, then shorter. @throws IllegalArgumentException where {@code earlier} is not before the close */
    public SessionHours closingAt(ClockTime earlier, ClockTime earlierPostClose) {
        if (earlier.compareTo(close) >= 0) {
            throw new IllegalArgumentException("an early close at " + earlier + " is not before the close at " + close);
        }
        return new SessionHours(preOpen, open, earlier, earlierPostClose);
    }

    TradingDay on(LocalDate date, ZoneId zone) {
        return new TradingDay(
                date, preOpen.on(date, zone), open.on(date, zone), close.on(date, zone), postClose.on(date, zone));
    }
}
