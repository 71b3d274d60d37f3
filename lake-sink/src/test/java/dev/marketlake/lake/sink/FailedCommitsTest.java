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

/** Commits that fail, and what the table says meanwhile. */
class FailedCommitsTest {
    private final Bench bars = new Bench(Tables.BARS, Bar.getClassSchema());
    private final FaultyStore store = new FaultyStore(bars.lake);
    private final Running sink = bars.running(store).turns(3);

    private void later() {
        bars.later(Duration.ofSeconds(20));
        sink.turns(1);
    }

    private String waitsFor() {
        return sink.state() instanceof SinkState.Waiting waiting ? waiting.reason() : "state " + sink.state();
    }

    @Test
    void a_table_whose_commit_is_not_confirmed_says_why() throws StoreFailure {
        bars.bar(0, "AAPL", 0);
        sink.turns(2);
        store.fail(Operation.PUT_IF_ABSENT, key -> true, key -> {
            throw new StoreFailure.Unavailable("the disk is full", null);
        });
        later();
        assertThat(waitsFor()).contains("whether a commit landed", "the disk is full");

        store.heal();
        later();
        assertThat(bars.positions()).containsExactly("0@0");
    }

    @Test
    void a_commit_that_keeps_failing_for_no_fault_of_the_store_halts_the_table() {
        bars.bar(0, "AAPL", 0);
        sink.turns(2);
        store.fail(Operation.PUT_IF_ABSENT, key -> true, key -> {
            throw new IllegalStateException("Kernel does not like " + key);
        });
        for (int i = 1; i < 5; i++) {
            later();
            assertThat(waitsFor()).contains("Kernel does not like");
        }
        later();

        assertThat(sink.state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason()).contains("5 times", "Kernel does not like"));
    }

    @Test
    void the_last_flush_of_a_sink_that_stops_brings_its_rows_in() throws StoreFailure {
        bars.bar(0, "AAPL", 0);
        sink.turns(2);

        sink.sink().stop();
        sink.sink().run();

        assertThat(bars.positions()).containsExactly("0@0");
    }

    @Test
    void the_last_flush_leaves_out_rows_of_a_topic_that_was_made_anew() throws StoreFailure {
        bars.bar(0, "AAPL", 0);
        sink.turns(2);
        bars.topic.recreate("anotherTopicIdanother0");

        sink.sink().stop();
        sink.sink().run();

        assertThat(bars.state().version()).isZero();
    }

    @Test
    void the_last_flush_is_left_out_where_the_broker_does_not_say_which_topic_it_is() throws StoreFailure {
        bars.bar(0, "AAPL", 0);
        sink.turns(2);
        bars.brokerSilent = true;

        sink.sink().stop();
        sink.sink().run();

        assertThat(bars.state().version()).isZero();
        assertThat(sink.state()).isNotInstanceOf(SinkState.Halted.class);
    }

    @Test
    void a_sink_that_dies_of_an_error_is_halted_with_its_root() {
        store.fail(Operation.LIST, key -> true, key -> {
            throw new ExceptionInInitializerError(new UnsatisfiedLinkError("no native library"));
        });
        Running dying = bars.running(store);

        dying.sink().run();

        assertThat(dying.state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason()).contains("no native library"));
    }
}
