package dev.marketlake.simulator;

import dev.marketlake.market.Source;
import dev.marketlake.simulator.faults.Admission;
import dev.marketlake.simulator.faults.FaultKind;
import dev.marketlake.simulator.market.MarketView;

/** One provider as its callers meet it. */
interface Door {
    Source provider();

    /** The right answer. */
    Reply answer(Query query, MarketView view);

    /** What this provider says to a request beyond its limit for {@code span}. */
    Reply overLimit(Admission.Span span, Query query);

    /** What this provider says when it throttles for the reason of {@code kind}, one of its throttling faults. */
    Reply throttled(FaultKind kind, Query query);
}
