package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.delta.CommitOutcome;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.delta.DeltaTable;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Swap;
import dev.marketlake.lake.files.DataFiles;
import dev.marketlake.lake.maintain.Compaction;
import dev.marketlake.lake.maintain.Packing;
import dev.marketlake.lake.maintain.Retention;
import dev.marketlake.lake.maintain.Vacuum;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** A sink keeps rows of the files it wrote in memory; maintenance changes those files under its hands. */
class MaintenanceBesideSinkTest {
    @Test
    void a_sink_that_appends_goes_on_after_a_compaction() throws StoreFailure {
        Bench bench = new Bench(Tables.RAW_QUOTES, RawQuote.getClassSchema());
        Bench.Running sink = bench.running();
        for (int i = 0; i < 4; i++) {
            bench.topic.append(0, Bench.bytes(Examples.raw("AAPL", i)));
            sink.flushed();
        }

        var report = new Compaction(bench.lake, () -> bench.now, new Packing(2, 1 << 20)).compact(bench.table);
        assertThat(report.before()).isEqualTo(4);
        bench.later(Duration.ofDays(2));
        new Vacuum(bench.lake, () -> bench.now, new Retention(Duration.ZERO, Duration.ofHours(1))).vacuum(bench.table);
        bench.topic.append(0, Bench.bytes(Examples.raw("AAPL", 4)));
        sink.flushed();

        assertThat(bench.positions()).containsExactly("0@0", "0@1", "0@2", "0@3", "0@4");
        assertThat(bench.watermark(0)).isEqualTo(5);
        assertThat(bench.state().files()).hasSize(2);
    }

    @Test
    void a_sink_that_rewrites_notices_that_its_file_became_another() throws StoreFailure {
        Bench bench = new Bench(Tables.BARS, Bar.getClassSchema());
        Bench.Running sink = bench.running();
        bench.bar(0, "AAPL", 0);
        bench.bar(0, "AAPL", 1);
        sink.flushed();

        LiveFile replaced = swapped(bench);
        bench.lake.delete(bench.table.folder() + "/" + replaced.path());
        bench.bar(0, "AAPL", 2);
        sink.flushed().flushed();

        assertThat(bench.positions()).containsExactly("0@0", "0@1", "0@2");
        assertThat(bench.watermark(0)).isEqualTo(3);
        assertThat(sink.state()).isInstanceOf(SinkState.Running.class);
    }

    @Test
    void a_sink_that_has_to_read_a_file_which_is_gone_looks_at_the_log_again() throws StoreFailure {
        Bench bench = new Bench(Tables.BARS, Bar.getClassSchema());
        bench.bar(0, "AAPL", 0);
        bench.running().flushed();
        Bench.Running fresh = bench.running().turns(3);

        LiveFile replaced = swapped(bench);
        bench.lake.delete(bench.table.folder() + "/" + replaced.path());
        bench.bar(0, "AAPL", 1);
        fresh.flushed().flushed();

        assertThat(bench.positions()).containsExactly("0@0", "0@1");
        assertThat(fresh.state()).isInstanceOf(SinkState.Running.class);
    }

    @Test
    void rows_that_others_left_in_another_order_and_in_two_files_are_upserted_all_the_same() throws StoreFailure {
        Bench bench = new Bench(Tables.BARS, Bar.getClassSchema());
        for (int minute = 0; minute < 4; minute++) {
            bench.bar(0, "AAPL", minute);
        }
        bench.running().flushed();
        swapped(bench, rows -> List.of(List.of(rows.get(3), rows.get(1)), List.of(rows.get(2), rows.get(0))));
        assertThat(bench.positions()).containsExactly("0@0", "0@1", "0@2", "0@3");

        Bench.Running fresh = bench.running().turns(3);
        bench.bar(0, "AAPL", 2);
        bench.bar(0, "AAPL", 4);
        fresh.flushed().flushed();

        assertThat(bench.positions()).containsExactly("0@0", "0@1", "0@3", "0@4", "0@5");
        assertThat(fresh.state()).isInstanceOf(SinkState.Running.class);
    }

    /** Puts the rows of the only file into another one. @return the one that left */
    private static LiveFile swapped(Bench bench) throws StoreFailure {
        return swapped(bench, List::of);
    }

    /** Puts the rows of the only file into others. @return the one that left */
    private static LiveFile swapped(Bench bench, Function<List<GenericRecord>, List<List<GenericRecord>>> files)
            throws StoreFailure {
        TableRows rows = TableRows.of(bench.table, bench.table.partitions());
        DeltaTable table = ((Opening.Opened) new DeltaLake(bench.lake, () -> bench.now).open(rows.shape())).table();
        LiveFile before = table.state().files().iterator().next();
        DataFiles data = new DataFiles(bench.lake, () -> bench.now);
        List<NewFile> after = new ArrayList<>();
        for (List<GenericRecord> file : files.apply(bench.rows())) {
            after.add(data.write(rows, before.partition(), file));
        }
        assertThat(table.swap(new Swap(after, List.of(before)))).isInstanceOf(CommitOutcome.Committed.class);
        return before;
    }
}
