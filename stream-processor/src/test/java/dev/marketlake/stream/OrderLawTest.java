package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** The final tables are a function of the set of raw events: any order and duplication of arrival gives the same. */
class OrderLawTest {
    private static final int SEEDS = Integer.getInteger("marketlake.seeds", 40);

    private static final StreamSettings ALL_ROLL_UPS = Settings.of(Map.of("roll-ups", "5m,15m,30m,1h,1d"));

    private record Outcome(Tables tables, long identities, long rejected, long total) {}

    @Test
    void any_permutation_gives_the_tables_and_the_order_free_totals_of_sorted_input() {
        Set<String> kinds = new TreeSet<>();
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<Raw> events = Soup.of(seed);
            Outcome sorted = outcome(sorted(events), new Random(seed));
            Collections.shuffle(events, new Random(seed));

            assertThat(outcome(events, new Random(-seed))).as("seed " + seed).isEqualTo(sorted);
            assertThat(sorted.tables().alerts())
                    .as("seed " + seed + " proves something")
                    .isNotEmpty();
            kinds.addAll(sorted.tables().alertKinds());
        }
        assertThat(kinds).as("every kind has been raised").isEqualTo(EveryKind.OF_BARS_ALONE);
    }

    @Test
    void events_that_arrive_twice_change_no_table() {
        for (long seed = 1; seed <= SEEDS / 2; seed++) {
            List<Raw> events = Soup.of(seed);
            List<Raw> twice = new ArrayList<>(events);
            twice.addAll(events);
            Collections.shuffle(twice, new Random(seed));

            assertThat(outcome(twice, new Random(seed)).tables())
                    .as("seed " + seed)
                    .isEqualTo(outcome(sorted(events), new Random(seed)).tables());
        }
    }

    private static List<Raw> sorted(List<Raw> events) {
        List<Raw> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparing(Raw::time).thenComparing(Raw::observedAt));
        return sorted;
    }

    private static Outcome outcome(List<Raw> events, Random flushes) {
        try (MarketDriver market =
                new MarketDriver(ALL_ROLL_UPS, EveryKind.RULES, Instant.parse("2019-03-02T00:00:00Z"), "AAPL")) {
            for (Raw event : events) {
                market.pipe(event);
                if (flushes.nextInt(10) == 0) {
                    market.flush();
                }
            }
            market.flush();
            Collection<LedgerEntry> ledger = market.latestLedger().values();
            return new Outcome(
                    new Tables().add(market),
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
    }

    private static long sum(Collection<LedgerEntry> ledger, ToLongFunction<LedgerEntry> column) {
        return ledger.stream().mapToLong(column).sum();
    }
}
