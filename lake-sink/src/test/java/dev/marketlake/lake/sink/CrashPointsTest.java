package dev.marketlake.lake.sink;

import static dev.marketlake.lake.table.Examples.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.store.MortalStore;
import dev.marketlake.lake.store.MortalStore.Crash;
import dev.marketlake.lake.store.MortalStore.Moment;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.Tables;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sink dies at every single call it makes of the store, before or after the store did it; the next one ends with the same table. */
class CrashPointsTest {
    private static Bench bars() {
        Bench bench = new Bench(Tables.BARS, Bar.getClassSchema());
        for (int minute = 0; minute < 4; minute++) {
            bench.topic.append(0, bar("AAPL", minute, false));
            bench.topic.append(1, bar("MSFT", minute, false));
        }
        return bench;
    }

    private static void moreBars(Bench bench) {
        bench.topic.append(0, bar("AAPL", 1, false));
        bench.topic.append(0, bar("AAPL", 2, true));
        bench.topic.append(1, bar("MSFT", 9, false));
    }

    private static byte[] bar(String symbol, int minute, boolean deleted) {
        return Bench.bytes(Examples.bar(symbol, OPEN.plusSeconds(60L * minute), "1")
                .setDeleted(deleted)
                .build());
    }

    private static Bench quotes() {
        Bench bench = new Bench(Tables.RAW_QUOTES, RawQuote.getClassSchema());
        moreQuotes(bench);
        return bench;
    }

    private static void moreQuotes(Bench bench) {
        for (int i = 0; i < 5; i++) {
            bench.topic.append(i % 2, Bench.bytes(Examples.raw("AAPL", i)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"BEFORE", "AFTER"})
    void an_upserted_table_ends_the_same_wherever_its_sink_dies(Moment moment) throws StoreFailure {
        everywhere(
                moment,
                CrashPointsTest::bars,
                CrashPointsTest::moreBars,
                List.of("0@0", "0@3", "0@4", "1@0", "1@1", "1@2", "1@3", "1@4"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Moment.class,
            names = {"BEFORE", "AFTER"})
    void an_appended_table_ends_the_same_wherever_its_sink_dies(Moment moment) throws StoreFailure {
        everywhere(
                moment,
                CrashPointsTest::quotes,
                CrashPointsTest::moreQuotes,
                List.of("0@0", "0@1", "0@2", "0@3", "0@4", "0@5", "1@0", "1@1", "1@2", "1@3"));
    }

    private static void everywhere(Moment moment, Supplier<Bench> world, Consumer<Bench> more, List<String> expected)
            throws StoreFailure {
        int calls = Integer.MAX_VALUE;
        for (int point = 1; point <= calls; point++) {
            Bench bench = world.get();
            MortalStore store = new MortalStore(bench.lake, point, moment);
            AtomicBoolean fedMore = new AtomicBoolean();
            try {
                work(bench, store, () -> {
                    fedMore.set(true);
                    more.accept(bench);
                });
                calls = store.calls();
            } catch (Crash | IllegalStateException dead) {
                assertThat(store.isDead())
                        .as("died of the crash, not of a fault: %s", dead)
                        .isTrue();
                if (!fedMore.get()) {
                    more.accept(bench);
                }
            }

            bench.running().flushed().flushed();

            assertThat(rows(bench)).as("crash %s call %d", moment, point).isEqualTo(expected);
            assertThat(bench.watermark(0)).isEqualTo(bench.topic.end(0));
            assertThat(bench.watermark(1)).isEqualTo(bench.topic.end(1));
            assertThat(bench.lake.keys())
                    .as("no live file is missing")
                    .containsAll(bench.state().files().stream()
                            .map(LiveFile::path)
                            .map(path -> bench.table.folder() + "/" + path)
                            .collect(Collectors.toSet()));
        }
        assertThat(calls).as("calls of the store in one undisturbed run").isBetween(10, 200);
    }

    private static void work(Bench bench, MortalStore store, Runnable more) {
        Bench.Running sink = bench.running(store).flushed();
        more.run();
        sink.flushed();
    }

    private static List<String> rows(Bench bench) throws StoreFailure {
        return bench.rows().stream()
                .map(row -> row.get("kafka_partition") + "@" + row.get("kafka_offset"))
                .sorted()
                .toList();
    }
}
