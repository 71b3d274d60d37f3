package dev.marketlake.allinone.replay;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** Where raw records are kept. */
interface RawRows {
    /**
     * Hands over the raw records of some symbols, in any order; more than asked for do no harm.
     *
     * @param since no record wanted reached Kafka before, but what is said of a company, its splits and dividends among it, may have
     */
    void each(Collection<String> symbols, Instant since, Consumer<RawRow> taker);
}
