package dev.marketlake.stream.law;

import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.stream.EveryKind;
import dev.marketlake.stream.MarketDriver;
import dev.marketlake.stream.Settings;
import dev.marketlake.stream.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * What the topology ends with.
 *
 * @param refused what was rejected, with the reasons
 */
record Outcome(Tables tables, Map<RawEvent, String> refused, Totals totals) {
    private static final Function<Instant, MarketDriver> MARKET = MarketDriver.ofOneTopology(
            Settings.of(Map.of("roll-ups", "5m,15m,30m,1h,1d")), EveryKind.RULES, MarketDay.SYMBOLS);

    /** Sums over the ledger that do not depend on order. */
    record Totals(long identities, long rejected, long records) {
        private static Totals of(Collection<LedgerEntry> ledger) {
            return new Totals(
                    sum(ledger, LedgerEntry::getAccepted),
                    sum(ledger, LedgerEntry::getRejected),
                    sum(
                            ledger,
                            entry -> entry.getAccepted()
                                    + entry.getRevised()
                                    + entry.getDuplicate()
                                    + entry.getSuperseded()
                                    + entry.getRejected()
                                    + entry.getBeyondDepth()));
        }

        private static long sum(Collection<LedgerEntry> ledger, ToLongFunction<LedgerEntry> column) {
            return ledger.stream().mapToLong(column).sum();
        }
    }

    /**
     * Runs the topology.
     *
     * @param began where its clock stands at first; it goes on with the arrivals
     * @param end where its clock stands at last: every bar is complete by then
     * @param flushes decides when the flush timer runs
     */
    static Outcome of(List<Arrival> arrivals, Instant began, Instant end, Random flushes) {
        try (MarketDriver market = MARKET.apply(began)) {
            Instant now = began;
            for (Arrival arrival : arrivals) {
                if (flushes.nextInt(8) == 0) {
                    now = advance(market, now, arrival.at());
                }
                market.pipeAt(arrival.at(), arrival.event().quote());
            }
            advance(market, now, end);
            // Late records may have made the flush before this one wait; now none has come since.
            market.flush();
            Map<RawEvent, String> refused = new HashMap<>();
            for (RejectedQuote row : market.rejected()) {
                refused.put(
                        arrivals.get(Math.toIntExact(row.getPosition().getOffset()))
                                .event(),
                        row.getReasons() + " " + row.getMessage());
            }
            return new Outcome(
                    new Tables().add(market),
                    refused,
                    Totals.of(market.latestLedger().values()));
        }
    }

    /** Lets time pass to {@code to}, at least to the next flush. */
    private static Instant advance(MarketDriver market, Instant now, Instant to) {
        Duration flush = Duration.ofMillis(250);
        Duration by = to.isAfter(now.plus(flush)) ? Duration.between(now, to) : flush;
        market.advance(by);
        return now.plus(by);
    }
}
