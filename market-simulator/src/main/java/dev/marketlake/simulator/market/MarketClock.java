package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingCalendar;
import java.time.Clock;
import java.time.Instant;

/** Market time: which instant of the market is now. Never goes back. */
public interface MarketClock {
    Instant now();

    /** This clock, standing still once it has reached {@code end}. */
    default MarketClock until(Instant end) {
        return () -> {
            Instant time = now();
            return time.isBefore(end) ? time : end;
        };
    }

    /** Market time is wall time. */
    static MarketClock real(Clock wall) {
        return wall::instant;
    }

    /** Market time stands still, for example at the end of a recording. */
    static MarketClock stopped(Instant at) {
        return () -> at;
    }

    /** Market time runs through open minutes only: see {@link SessionClock}. */
    static MarketClock accelerated(
            TradingCalendar calendar, Clock wall, Instant origin, Instant wallStart, double speed) {
        return new SessionClock(calendar, wall, origin, wallStart, speed);
    }
}
