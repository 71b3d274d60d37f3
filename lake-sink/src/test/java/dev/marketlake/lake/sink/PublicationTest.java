package dev.marketlake.lake.sink;

import static dev.marketlake.lake.table.Examples.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.CheckResult;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.quality.QualityMonitor;
import dev.marketlake.lake.quality.QualityWatch;
import dev.marketlake.lake.quality.Results;
import dev.marketlake.lake.sink.Bench.Running;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeConfig.Flush;
import dev.marketlake.lake.table.Tables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Write, audit, publish: what quality checks hold back, and that nothing is lost by it. */
class PublicationTest {
    private static final String POSITIVE = "checks for gold.daily_bars: [min(low) > 0: {severity: block}]\n";

    @TempDir
    Path folder;

    private final Bench daily = new Bench(Tables.DAILY_BARS, Bar.getClassSchema());
    private final Topic told = new Topic();

    /** The topic of results, in memory. */
    private static final class Topic implements Results {
        final List<CheckResult> untold = new ArrayList<>();
        final List<CheckResult> results = new ArrayList<>();
        boolean away;

        @Override
        public void tell(CheckResult result) {
            untold.add(result);
        }

        @Override
        public void settle() {
            if (away) {
                throw new KafkaException("the broker is away");
            }
            results.addAll(untold);
            untold.clear();
        }
    }

    private QualityWatch watch(Bench bench, String checks) {
        try {
            Files.writeString(folder.resolve("quality.yml"), checks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        QualityWatch watch = new QualityWatch(folder, bench.lake, told, () -> bench.now);
        bench.gate = watch.gate();
        return watch;
    }

    private static byte[] day(int day, String close) {
        return Bench.bytes(Examples.bar("AAPL", OPEN.plus(Duration.ofDays(day)), close)
                .setInterval("1d")
                .setTradeDate(LocalDate.parse("2019-02-15").plusDays(day))
                .build());
    }

    private static SinkState.Held held(Running sink) {
        assertThat(sink.state()).isInstanceOf(SinkState.Held.class);
        return (SinkState.Held) sink.state();
    }

    @Test
    void a_bad_row_is_not_published_and_its_correction_releases_all() throws StoreFailure {
        QualityWatch watch = watch(daily, POSITIVE);
        Running sink = daily.running();
        daily.topic.append(0, day(0, "10"));
        sink.flushed();
        daily.topic.append(0, day(1, "-5"));
        daily.topic.append(0, day(2, "12"));
        sink.flushed();

        assertThat(held(sink).reason()).isEqualTo("gold.daily_bars: min(low) > 0: min(low) is -5.0, expected > 0");
        assertThat(watch.gate().holds()).containsOnlyKeys("gold.daily_bars");
        assertThat(daily.positions()).containsExactly("0@0");
        assertThat(daily.watermark(0)).isEqualTo(1);

        daily.topic.append(0, day(1, "11"));
        sink.flushed();

        assertThat(sink.state()).isInstanceOf(SinkState.Running.class);
        assertThat(watch.gate().holds()).isEmpty();
        assertThat(daily.positions()).containsExactly("0@0", "0@2", "0@3");
        assertThat(daily.watermark(0)).isEqualTo(4);
    }

    @Test
    void a_sink_that_starts_anew_holds_the_same_rows() throws StoreFailure {
        watch(daily, POSITIVE);
        daily.topic.append(0, day(1, "-5"));
        daily.running().flushed();

        Running next = daily.running().flushed();

        assertThat(held(next).reason()).contains("min(low) is -5.0");
        assertThat(daily.positions()).isEmpty();
    }

    @Test
    void a_table_is_published_in_spite_of_a_check_by_command_until_it_fails_anew() throws StoreFailure {
        QualityWatch watch = watch(daily, POSITIVE);
        Running sink = daily.running();
        daily.topic.append(0, day(1, "-5"));
        sink.flushed();

        assertThat(watch.gate().release("gold.daily_bars")).containsExactly("gold.daily_bars: min(low) > 0");
        daily.later(Duration.ofSeconds(31));
        sink.turns(3);

        assertThat(daily.positions()).containsExactly("0@0");
        assertThat(sink.state()).isInstanceOf(SinkState.Running.class);
        daily.topic.append(0, day(1, "5"));
        sink.flushed();
        daily.topic.append(0, day(2, "-6"));
        sink.flushed();
        held(sink);
        assertThat(daily.positions()).containsExactly("0@1");
    }

    @Test
    void a_held_table_reads_no_further_than_a_batch_and_loses_nothing() throws StoreFailure {
        QualityWatch watch = watch(daily, POSITIVE);
        daily.flush = new Flush(3, 1, Duration.ofSeconds(10));
        Running sink = daily.running();
        daily.topic.append(0, day(0, "-5"));
        for (int day = 1; day <= 5; day++) {
            daily.topic.append(0, day(day, "5"));
        }
        sink.flushed();
        for (int day = 6; day <= 40; day++) {
            daily.topic.append(0, day(day, "5"));
        }
        sink.flushed().flushed();
        assertThat(sink.sink().status().pendingRows()).isLessThan(10);

        watch.gate().release("gold.daily_bars");
        daily.later(Duration.ofSeconds(31));
        sink.flushed().flushed();

        assertThat(daily.rows()).hasSize(41);
        assertThat(daily.watermark(0)).isEqualTo(41);
    }

    @Test
    void a_check_of_silver_holds_the_gold_that_rests_on_it_and_lets_go_by_itself() throws StoreFailure {
        Bench silver = new Bench(Tables.BARS, Bar.getClassSchema());
        QualityWatch watch = watch(silver, """
                every: PT1S
                checks for silver.bars:
                  - invalid_count(close) = 0: {valid min: 0, severity: block}
                """);
        silver.now = daily.now;
        List<Instant> sound = new ArrayList<>();
        QualityMonitor monitor = watch.monitor(() -> true, sound::add, new SimpleMeterRegistry());
        daily.gate = watch.gate();
        silver.topic.append(0, day(0, "-5"));
        Running bars = silver.running().flushed();
        monitor.tick();
        assertThat(sound)
                .as("no snapshot of a day is taken while a check that blocks fails")
                .isEmpty();
        daily.topic.append(0, day(0, "-5"));
        Running gold = daily.running(silver.lake).flushed();

        assertThat(held(gold).reason())
                .isEqualTo("silver.bars: invalid_count(close) = 0: 1 of 1 rows, expected = 0, first symbol=AAPL,"
                        + " interval=1d, open_time=2019-02-15T14:30:00Z, price_basis=RAW");
        assertThat(told.results)
                .extracting(result -> result.getTable() + " " + result.getCheck() + " " + result.getOutcome())
                .startsWith("silver.bars invalid_count(close) = 0 FAILED", "gold.alerts publication FAILED")
                .contains("gold.daily_bars publication FAILED");
        assertThat(told.results.getFirst().getHolds()).contains("gold.daily_bars", "gold.indicators");

        silver.topic.append(0, day(0, "5"));
        daily.topic.append(0, day(0, "5"));
        bars.flushed();
        monitor.tick();
        assertThat(sound).hasSize(1);
        daily.later(Duration.ofSeconds(31));
        gold.flushed();

        assertThat(gold.state()).isInstanceOf(SinkState.Running.class);
        assertThat(new DeltaLake(silver.lake, Clock.systemUTC())
                        .read("gold/daily_bars")
                        .orElseThrow()
                        .files())
                .hasSize(1);
        assertThat(told.results)
                .extracting(result -> result.getTable() + " " + result.getCheck() + " " + result.getOutcome())
                .contains("silver.bars invalid_count(close) = 0 PASSED", "gold.daily_bars publication PASSED");
    }

    @Test
    void a_row_set_aside_is_told_whole_before_the_others_are_published() throws StoreFailure {
        watch(daily, "checks for gold.daily_bars: [invalid_count(low) = 0: {valid min: 0, severity: quarantine}]\n");
        Running sink = daily.running();
        daily.topic.append(0, day(0, "10"));
        daily.topic.append(0, day(1, "10"));
        sink.flushed();
        daily.topic.append(0, day(0, "-5"));
        daily.topic.append(0, day(2, "12"));
        told.away = true;
        sink.flushed();
        assertThat(daily.positions()).containsExactly("0@0", "0@1");

        told.away = false;
        daily.later(Duration.ofMinutes(1));
        sink.turns(3);

        assertThat(daily.positions()).containsExactly("0@1", "0@3");
        assertThat(told.results).singleElement().satisfies(result -> {
            assertThat(result.getResultId()).isEqualTo("gold.daily_bars|topicIdtopicIdtopicId0-0@2");
            assertThat(result.getOutcome()).isEqualTo("SET_ASIDE");
            assertThat(result.getRow()).contains("\"symbol\":\"AAPL\"", "\"low\":-5.00000000", "\"kafka_offset\":2");
        });
    }
}
