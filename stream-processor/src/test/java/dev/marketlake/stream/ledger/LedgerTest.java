package dev.marketlake.stream.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.stream.admit.Depth;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.series.LoggedBars;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final long HOUR_MS = 3_600_000;

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("ledger").get();
    private final LoggedBars noBars = new LoggedBars(Watchlist.of("S0"), interval -> new Depth(5, 2));
    private final Map<String, LedgerEntry> table = new HashMap<>();

    @Test
    void hours_that_are_over_leave_the_state_and_stay_in_the_table() {
        Ledger ledger = new Ledger(store);
        for (int offset = 0; offset < 300; offset++) {
            count(ledger, offset, offset % 3, offset / 30);
            if (offset % 7 == 0) {
                flush(ledger);
            }
        }
        flush(ledger);

        assertThat(store.approximateNumEntries())
                .as("two hours of three symbols, and the span")
                .isEqualTo(7);
        assertThat(table).hasSize(31);
        assertBalanced(300);
    }

    @Test
    void what_is_counted_after_a_restart_adds_to_what_was_counted_before() {
        for (int offset = 0; offset < 300; offset++) {
            Ledger ledger = new Ledger(store);
            count(ledger, offset, offset % 3, offset / 30);
            if (offset % 50 == 49) {
                flush(ledger);
            }
        }

        assertBalanced(300);
    }

    @Test
    void a_restart_sends_the_open_hours_again_and_no_others() {
        Ledger ledger = new Ledger(store);
        for (int offset = 0; offset < 300; offset++) {
            count(ledger, offset, offset % 3, offset / 30);
        }
        flush(ledger);
        table.clear();

        flush(new Ledger(store));

        assertThat(table).hasSize(7);
        assertThat(position().getFirstOffset()).isZero();
        assertThat(position().getNextOffset()).isEqualTo(300);
    }

    @Test
    void a_flush_has_a_bound_and_the_position_waits_for_the_last_of_its_counts() {
        Ledger ledger = new Ledger(store);
        for (int offset = 0; offset <= Ledger.ROWS_PER_FLUSH; offset++) {
            count(ledger, offset, offset, 0);
        }
        flush(ledger);
        assertThat(table).hasSize(Ledger.ROWS_PER_FLUSH).doesNotContainKey("topic/0");

        flush(ledger);
        assertBalanced(Ledger.ROWS_PER_FLUSH + 1);
    }

    @Test
    void a_clock_set_back_counts_into_the_oldest_open_hour() {
        Ledger ledger = new Ledger(store);
        count(ledger, 0, 0, 0);
        count(ledger, 1, 0, 10);
        flush(ledger);
        count(ledger, 2, 0, 0);
        flush(ledger);

        assertThat(table).containsKey("topic/0/ALPHA_VANTAGE/S0/1970-01-01T09:00:00Z");
        assertBalanced(3);
    }

    @Test
    void it_knows_what_it_has_counted_and_what_it_has_not_seen() {
        count(new Ledger(store), 5, 0, 0);
        Ledger restarted = new Ledger(store);

        assertThat(restarted.hasCounted(new Origin("topic", 0, 5))).isTrue();
        assertThat(restarted.hasCounted(new Origin("topic", 0, 6))).isFalse();
        assertThat(restarted.hasCounted(new Origin("topic", 1, 5))).isFalse();
        assertThat(restarted.hasCounted(new Origin("other", 0, 5))).isFalse();
        assertThat(restarted.skippedBefore(new Origin("topic", 0, 6))).isZero();
        assertThat(restarted.skippedBefore(new Origin("topic", 0, 9))).isEqualTo(3);
        assertThat(restarted.skippedBefore(new Origin("topic", 1, 9))).isZero();
    }

    private static void count(Ledger ledger, long offset, int symbol, long hour) {
        ledger.count(
                new Origin("topic", 0, offset), "ALPHA_VANTAGE", "S" + symbol, hour * HOUR_MS, Disposition.ACCEPTED);
    }

    private void flush(Ledger ledger) {
        Effects effects = new Effects();
        effects.begin(0);
        ledger.flush(effects);
        effects.release(noBars.store(), row -> table.put(row.key(), (LedgerEntry) row.value()));
    }

    private LedgerEntry position() {
        return Objects.requireNonNull(table.get("topic/0"));
    }

    private void assertBalanced(long records) {
        assertThat(table.values().stream().mapToLong(LedgerEntry::getAccepted).sum())
                .isEqualTo(position().getNextOffset() - position().getFirstOffset())
                .isEqualTo(records);
    }
}
