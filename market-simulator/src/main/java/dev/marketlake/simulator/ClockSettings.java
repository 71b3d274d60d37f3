package dev.marketlake.simulator;

import dev.marketlake.simulator.market.Market;
import dev.marketlake.simulator.market.MarketClock;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Which time it is on the market. */
public sealed interface ClockSettings {
    /** Market time as of {@code wall}, for this market. */
    MarketClock over(Market market, Clock wall);

    /** Real time; a recorded market stands at its end. */
    record Default() implements ClockSettings {
        @Override
        public MarketClock over(Market market, Clock wall) {
            return market.end().map(MarketClock::stopped).orElseGet(() -> MarketClock.real(wall));
        }
    }

    /**
     * From {@code origin} on through regular sessions only, never past the wall clock or a recording's end.
     *
     * @param origin market time at {@code wallStart}
     * @param wallStart empty for the moment the exchange starts; give it to continue after a restart
     * @param speed market minutes per wall minute
     */
    record Accelerated(Instant origin, Optional<Instant> wallStart, double speed) implements ClockSettings {
        public Accelerated {
            if (!(speed > 0) || Double.isInfinite(speed)) {
                throw new IllegalArgumentException("speed must be positive: " + speed);
            }
        }

        @Override
        public MarketClock over(Market market, Clock wall) {
            MarketClock running =
                    MarketClock.accelerated(market.calendar(), wall, origin, wallStart.orElseGet(wall::instant), speed);
            return market.end().map(end -> running.until(end)).orElse(running);
        }
    }
}
