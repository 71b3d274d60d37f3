package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.lake.sink.Bench.Running;
import dev.marketlake.lake.store.FaultyStore;
import dev.marketlake.lake.store.PassingStore.Operation;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody deletes a table, or the whole bucket, under a running sink. */
class VanishedLakeTest {
    private final Bench bars = new Bench(Tables.BARS, Bar.getClassSchema());

    private Running begun() {
        bars.bar(0, "AAPL", 0);
        return bars.running().flushed();
    }

    private void wipe() throws StoreFailure {
        for (String key : bars.lake.keys()) {
            bars.lake.delete(key);
        }
    }

    private static void isHalted(Running sink) {
        assertThat(sink.state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason()).contains("silver/bars", "gone", "Remedy"));
    }

    @Test
    void a_log_that_is_gone_is_not_continued() throws StoreFailure {
        Running sink = begun();
        wipe();
        bars.bar(0, "AAPL", 1);

        sink.flushed();

        isHalted(sink);
        assertThat(bars.lake.keys()).noneMatch(key -> key.contains("_delta_log"));
    }

    @Test
    void a_log_that_is_gone_is_seen_when_partitions_come_back() throws StoreFailure {
        Running sink = begun();
        wipe();
        sink.reader().lose();
        sink.reader().regain();

        isHalted(sink.turns(3));
        assertThat(bars.lake.keys()).isEmpty();
    }

    @Test
    void a_table_made_anew_in_its_place_is_not_taken_for_the_old_one() throws StoreFailure {
        Running sink = begun();
        sink.reader().lose();
        wipe();
        bars.running().flushed();

        sink.reader().regain();

        isHalted(sink.turns(3));
    }

    @Test
    void a_sink_started_again_makes_the_table_anew() throws StoreFailure {
        begun();
        wipe();

        bars.running().flushed();

        assertThat(bars.positions()).containsExactly("0@0");
    }

    @Test
    void a_bucket_that_is_gone_halts_the_table_wherever_it_is_noticed() throws StoreFailure {
        FaultyStore store = new FaultyStore(bars.lake);
        Running sink = bars.running(store).turns(3);
        bars.bar(0, "AAPL", 0);
        sink.turns(2);
        store.failEverything(key -> {
            throw new StoreFailure.NotFound("bucket memory");
        });
        bars.later(Duration.ofSeconds(11));

        isHalted(sink.turns(2));
    }

    @Test
    void a_bucket_that_is_gone_before_the_table_was_opened_halts_it() {
        FaultyStore store = new FaultyStore(bars.lake);
        store.failEverything(key -> {
            throw new StoreFailure.NotFound("bucket memory");
        });

        isHalted(bars.running(store).turns(3));
    }

    @Test
    void log_entries_cleaned_up_behind_other_writers_are_no_loss() throws StoreFailure {
        Running sink = begun();
        bars.bar(0, "AAPL", 1);
        sink.turns(2);
        Running other = bars.running();
        for (int i = 2; i < 30; i++) {
            bars.bar(0, "AAPL", i);
            other.flushed();
        }
        for (String key : bars.lake.keys()) {
            if (key.matches(".*_delta_log/0{18}[01]\\d\\.(json|crc)")) {
                bars.lake.delete(key);
            }
        }

        sink.flushed().flushed();

        assertThat(sink.state()).isInstanceOf(SinkState.Running.class);
        assertThat(bars.positions()).hasSize(30);
    }

    @Test
    void a_flush_asks_for_the_version_it_stands_on_once() throws StoreFailure {
        FaultyStore store = new FaultyStore(bars.lake);
        Running sink = bars.running(store).turns(3);
        bars.bar(0, "AAPL", 0);
        sink.turns(2);
        store.failOnce(Operation.HEAD, key -> key.endsWith("0.json"), Integer.MAX_VALUE, FaultyStore::unavailable);

        sink.flushed();

        assertThat(bars.positions()).containsExactly("0@0");
        assertThat(store.calls()).isEqualTo(1);
    }
}
