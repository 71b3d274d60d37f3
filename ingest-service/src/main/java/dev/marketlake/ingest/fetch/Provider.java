package dev.marketlake.ingest.fetch;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;

/** Somebody who can be asked about a symbol over HTTP. Used by one thread at a time. */
public interface Provider {

    Source source();

    /**
     * Makes one HTTP exchange, without limits or retries, and says what came of it.
     *
     * @throws java.util.concurrent.CancellationException where the thread is interrupted; the interrupt stays set
     */
    Fetch fetch(Symbol symbol);
}
