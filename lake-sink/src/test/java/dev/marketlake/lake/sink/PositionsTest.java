package dev.marketlake.lake.sink;

import static dev.marketlake.lake.table.Examples.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.marketlake.events.Bar;
import dev.marketlake.lake.sink.Bench.Running;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log says of each partition, and where a table goes on because of it. */
class PositionsTest {
    private final Bench bars = new Bench(Tables.BARS, Bar.getClassSchema());

    private long bar(int partition, String symbol, int minute, String close) {
        return bars.topic.append(
                partition,
                Bench.bytes(Examples.bar(symbol, OPEN.plusSeconds(60L * minute), close)
                        .build()));
    }

    private static List<String> closes(Bench bench) throws StoreFailure {
        return bench.rows().stream()
                .map(row -> row.get("kafka_partition") + "@" + row.get("kafka_offset"))
                .sorted()
                .toList();
    }

    private static List<String> warnings(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger(TableSink.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        work.run();
        logger.detachAppender(seen);
        return seen.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void positions_include_offsets_that_hold_no_record() throws StoreFailure {
        Running sink = bars.running();
        bar(0, "AAPL", 0, "1");
        bars.topic.skip(0);
        sink.flushed();

        assertThat(bars.watermark(0)).isEqualTo(2);
    }

    @Test
    void a_position_moves_over_the_marks_at_the_end_of_a_partition_without_any_record() {
        Running sink = bars.running().turns(3);
        bars.topic.skip(1);
        sink.turns(2);

        assertThat(sink.sink().status().partitions())
                .filteredOn(partition -> partition.source().partition().partition() == 1)
                .singleElement()
                .satisfies(partition -> assertThat(partition.position()).isEqualTo(bars.topic.end(1)));
    }

    @Test
    void positions_that_moved_alone_are_committed_now_and_then() throws StoreFailure {
        Running sink = bars.running().turns(3);
        bars.topic.skip(1);
        sink.turns(2);
        assertThat(bars.state().version()).isZero();

        bars.later(Duration.ofMinutes(6));
        sink.turns(2);

        assertThat(bars.watermark(1)).isEqualTo(1);
    }

    @Test
    void the_first_commit_names_every_assigned_partition_also_those_without_records() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        Running sink = bars.running().flushed();

        assertThat(bars.watermark(0)).isEqualTo(1);
        assertThat(bars.watermark(1)).isZero();

        bar(1, "MSFT", 0, "1");
        sink.flushed();
        assertThat(bars.watermark(1)).isEqualTo(1);
        assertThat(closes(bars)).containsExactly("0@0", "1@0");
    }

    @Test
    void records_deleted_from_a_partition_that_was_empty_at_the_last_commit_halt_the_table() {
        bar(0, "AAPL", 0, "1");
        bars.running().flushed();
        for (int i = 0; i < 5; i++) {
            bar(1, "MSFT", i, "1");
        }
        bars.topic.trim(1, 3);

        assertThat(bars.running().turns(3).state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason())
                                .contains("offsets 0 to 2 of market.bars-1")
                                .contains("skip-to: {\"topicIdtopicIdtopicId0-1\": 3}"));
    }

    @Test
    void a_partition_the_log_never_named_beside_one_it_knows_halts_where_records_are_gone() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        bars.running().flushed();
        bars.topic.grow(3);
        for (int i = 0; i < 5; i++) {
            bar(2, "MSFT", i, "1");
        }
        bars.topic.trim(2, 3);

        assertThat(bars.running().turns(3).state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason()).contains("offsets 0 to 2 of market.bars-2"));

        bars.skipTo = Map.of(bars.topic.id + "-2", 3L);
        bars.running().flushed();
        assertThat(closes(bars)).containsExactly("0@0", "2@3", "2@4");
    }

    @Test
    void a_position_kafka_no_longer_has_halts_the_table_with_range_and_remedy() {
        bar(0, "AAPL", 0, "1");
        bars.running().flushed();
        for (int i = 1; i < 5; i++) {
            bar(0, "AAPL", i, "1");
        }
        bars.topic.trim(0, 3);

        Running sink = bars.running().turns(3);

        assertThat(sink.state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason())
                                .contains("offsets 1 to 2 of market.bars-0")
                                .contains("skip-to: {\"topicIdtopicIdtopicId0-0\": 3}"));
    }

    @Test
    void skip_to_goes_on_after_the_lost_range() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        bars.running().flushed();
        bar(0, "AAPL", 1, "1");
        bar(0, "AAPL", 2, "1");
        bars.topic.trim(0, 2);
        bars.skipTo = Map.of(bars.topic.id + "-0", 2L);

        bars.running().flushed();

        assertThat(closes(bars)).containsExactly("0@0", "0@2");
    }

    @Test
    void a_new_table_on_an_old_topic_takes_what_there_still_is() throws StoreFailure {
        for (int i = 0; i < 5; i++) {
            bar(0, "AAPL", i, "1");
        }
        bars.topic.trim(0, 3);

        List<String> warnings = warnings(() -> bars.running().flushed());

        assertThat(closes(bars)).containsExactly("0@3", "0@4");
        assertThat(warnings).singleElement().asString().contains("silver.bars", "offsets 0 to 2 of market.bars-0");
    }

    @Test
    void a_topic_cut_back_behind_the_log_halts_the_table() {
        bar(0, "AAPL", 0, "1");
        bar(0, "AAPL", 1, "1");
        bars.running().flushed();
        String id = bars.topic.id;
        bars.topic.recreate(id);

        assertThat(bars.running().turns(3).state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason()).contains("up to offset 2", "ends at 0"));
    }
}
