package dev.marketlake.allinone.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final TopicPartition RAW = new TopicPartition("market.raw", 0);
    private static final TopicPartition BARS = new TopicPartition("market.bars", 0);
    private static final Map<TopicPartition, Long> ALL_RAW = Map.of(RAW, 10L);
    private static final IngestReport DONE = ingest(true);

    @Test
    void all_is_through_when_rounds_stream_ledger_and_every_table_have_come_to_the_end() {
        assertThat(passage(
                                DONE,
                                ALL_RAW,
                                ALL_RAW,
                                table("silver.bars", BARS, 12, 0),
                                table("bronze.raw_quotes", RAW, 10, 0))
                        .drainage())
                .isEqualTo(new Drainage.Through(DONE));
    }

    @Test
    void an_unfinished_round_is_waited_for() {
        assertThat(passage(ingest(false), ALL_RAW, ALL_RAW).drainage())
                .isEqualTo(new Drainage.Waiting("round 1 of 1 to end"));
    }

    @Test
    void a_silent_ingest_service_is_waited_for() {
        assertThat(passage(null, ALL_RAW, ALL_RAW).drainage())
                .isEqualTo(new Drainage.Waiting("the ingest service to answer"));
    }

    @Test
    void raw_records_the_stream_has_not_committed_are_waited_for() {
        assertThat(passage(DONE, Map.of(RAW, 9L), ALL_RAW).drainage())
                .isEqualTo(new Drainage.Waiting("the stream processor to reach the end of the raw topic"));
    }

    @Test
    void a_ledger_that_has_not_accounted_for_the_last_raw_record_is_waited_for() {
        assertThat(passage(DONE, ALL_RAW, Map.of(RAW, 9L)).drainage())
                .isEqualTo(new Drainage.Waiting("the ledger to account for every raw record"));
    }

    @Test
    void rows_in_no_commit_yet_are_waited_for() {
        assertThat(passage(DONE, ALL_RAW, ALL_RAW, table("silver.bars", BARS, 12, 3))
                        .drainage())
                .isEqualTo(new Drainage.Waiting("silver.bars to commit 3 rows"));
    }

    @Test
    void a_topic_that_one_of_its_two_tables_has_not_read_to_the_end_is_waited_for() {
        assertThat(passage(
                                DONE,
                                ALL_RAW,
                                ALL_RAW,
                                table("silver.bars", BARS, 12, 0),
                                table("gold.daily_bars", BARS, 11, 0),
                                table("bronze.raw_quotes", RAW, 10, 0))
                        .drainage())
                .isEqualTo(new Drainage.Waiting("the lake to take in market.bars"));
    }

    @Test
    void a_topic_that_no_table_reads_yet_is_waited_for() {
        assertThat(passage(DONE, ALL_RAW, ALL_RAW, table("silver.bars", BARS, 12, 0))
                        .drainage())
                .isEqualTo(new Drainage.Waiting("the lake to take in market.raw"));
    }

    @Test
    void a_halted_table_blocks() {
        var halted = new TableReport(
                "silver.bars", 1, 1, 1, "HALTED", "offsets 3 to 7 are gone", 0, Instant.EPOCH, List.of());
        assertThat(passage(DONE, ALL_RAW, ALL_RAW, halted).drainage())
                .isEqualTo(new Drainage.Blocked("silver.bars has halted: offsets 3 to 7 are gone"));
    }

    private static Passage passage(
            @Nullable IngestReport ingest,
            Map<TopicPartition, Long> committed,
            Map<TopicPartition, Long> accounted,
            TableReport... tables) {
        return new Passage(
                Optional.ofNullable(ingest),
                ALL_RAW,
                committed,
                accounted,
                Map.of(RAW, 10L, BARS, 12L),
                List.of(tables));
    }

    private static IngestReport ingest(boolean done) {
        return new IngestReport(new IngestReport.Rounds(1, done ? 1 : 0), done, List.of(), 10, List.of());
    }

    private static TableReport table(String name, TopicPartition from, long position, long pending) {
        var part = new TableReport.Partition(from.topic(), from.partition(), position, position, position);
        return new TableReport(name, 1, 1, 1, "RUNNING", null, pending, Instant.EPOCH, List.of(part));
    }
}
