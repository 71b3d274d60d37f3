package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.lake.lineage.Commit;
import dev.marketlake.lake.lineage.Commit.Range;
import dev.marketlake.lake.store.PassingStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is told of a commit is what is in the log. */
class LineageOfCommitsTest {
    private final Bench bars = new Bench(Tables.BARS, Bar.getClassSchema());
    private final List<Commit> told = new ArrayList<>();

    LineageOfCommitsTest() {
        bars.lineage = told::add;
    }

    @Test
    void each_commit_is_told_once_with_its_ranges_its_version_and_what_was_written() {
        bars.bar(0, "AAPL", 0);
        bars.bar(0, "AAPL", 1);
        bars.bar(1, "MSFT", 0);
        Bench.Running sink = bars.running().flushed();
        bars.bar(0, "AAPL", 1);
        sink.flushed().flushed();

        assertThat(told).hasSize(2);
        assertThat(told.getFirst().table()).isEqualTo("silver.bars");
        assertThat(told.getFirst().version()).isEqualTo(OptionalLong.of(1));
        assertThat(told.getFirst().topic()).isEqualTo("market.bars");
        assertThat(told.getFirst().ranges())
                .containsExactlyInAnyOrder(new Range(bars.topic.id, 0, 0, 2), new Range(bars.topic.id, 1, 0, 1));
        assertThat(told.getFirst().records()).isEqualTo(3);
        assertThat(told.getFirst().written()).isEqualTo(3);
        assertThat(told.getFirst().files()).isEqualTo(2);
        assertThat(told.getFirst().columns())
                .contains(new Commit.Column("symbol", "string"), new Commit.Column("kafka_offset", "long"));
        assertThat(told.getLast().ranges()).containsExactly(new Range(bars.topic.id, 0, 2, 3));
        assertThat(told.getLast().records()).isEqualTo(1);
        assertThat(told.getLast().written())
                .as("of the file that was rewritten")
                .isEqualTo(2);
    }

    @Test
    void a_commit_whose_reply_was_lost_is_told_once_and_one_that_never_landed_is_not() throws StoreFailure {
        bars.bar(0, "AAPL", 0);
        var lossy = new LostReply();
        Bench.Running sink = bars.running(lossy).flushed();
        for (int i = 0; i < 3; i++) {
            sink.flushed();
        }

        assertThat(bars.watermark(0)).isEqualTo(1);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().ranges()).containsExactly(new Range(bars.topic.id, 0, 0, 1));
    }

    /** Does the first put of version 1, and then says nothing about it. */
    private final class LostReply extends PassingStore {
        private boolean lost;

        LostReply() {
            super(bars.lake);
        }

        @Override
        public void putIfAbsent(String key, byte[] content) throws StoreFailure {
            super.putIfAbsent(key, content);
            if (key.endsWith("1.json") && !lost) {
                lost = true;
                throw new StoreFailure.Unavailable("no answer about " + key, null);
            }
        }
    }
}
