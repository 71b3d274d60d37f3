package dev.marketlake.simulator.market;

import dev.marketlake.market.Symbol;
import java.time.Instant;

/** How complete bars look before they are corrected. A pure function of symbol, bar and instant. */
public interface Revisions {
    /** No bar is ever corrected. */
    Revisions NONE = new Revisions() {
        @Override
        public MarketBar seen(Symbol symbol, MarketBar bar, Instant now) {
            return bar;
        }

        @Override
        public Instant settledBefore(Instant now) {
            return now;
        }
    };

    /** {@code bar}, complete and final, as it is served at {@code now}. */
    MarketBar seen(Symbol symbol, MarketBar bar, Instant now);

    /** Minutes that ended at or before this instant are served in their final form. */
    Instant settledBefore(Instant now);
}
