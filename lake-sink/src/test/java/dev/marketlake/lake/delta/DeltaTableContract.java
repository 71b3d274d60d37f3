package dev.marketlake.lake.delta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.delta.DeltaLake.Opening;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.OwnBucket;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreSettings;
import dev.marketlake.lake.table.Arrival;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.RowChange;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.lake.write.EncodedFile;
import dev.marketlake.lake.write.ParquetFiles;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the sink needs of a Delta table, on a real store; it is also the guard of the internal classes of Kernel that we call. */
abstract class DeltaTableContract {
    @RegisterExtension
    final OwnBucket bucket;

    private final ObjectStore store;
    private final DeltaLake lake;
    private final TableRows rows = TableRows.of(Tables.BARS, Tables.BARS.partitions());

    /** @param settings of a bucket that nobody has used */
    DeltaTableContract(StoreSettings settings) {
        this.bucket = new OwnBucket(settings);
        this.store = bucket.store();
        this.lake = new DeltaLake(store, Clock.systemUTC());
    }

    private DeltaTable open() throws StoreFailure {
        return ((Opening.Opened) lake.open(rows.shape())).table();
    }

    private NewFile file(String symbol, String... closes) throws StoreFailure {
        List<GenericRecord> content = new ArrayList<>();
        Partition partition = null;
        for (int i = 0; i < closes.length; i++) {
            Arrival arrival = Examples.arrival(
                    Examples.bar(symbol, Examples.OPEN.plusSeconds(60L * i), closes[i])
                            .build(),
                    i);
            RowChange.Kept kept = (RowChange.Kept) rows.change(arrival);
            partition = kept.partition();
            content.add(kept.row());
        }
        EncodedFile encoded = ParquetFiles.encode(rows.fileSchema(), content);
        if (partition == null) {
            throw new IllegalArgumentException("a file has rows");
        }
        String path = partition.folder() + UUID.randomUUID() + ".parquet";
        store.put(rows.shape().folder() + "/" + path, encoded.content());
        return new NewFile(
                new LiveFile(path, partition, encoded.content().length, encoded.rows()),
                encoded.ranges(),
                Instant.now());
    }

    private static TableChange append(List<NewFile> files, Progress... progress) {
        return new TableChange(files, List.of(), Set.of(), List.of(progress));
    }

    private static Progress progress(String id, long base, long next) {
        return new Progress(id, base < 0 ? OptionalLong.empty() : OptionalLong.of(base), next);
    }

    private List<String> read(String sql) throws StoreFailure {
        return DuckDb.query(sql, store, rows.shape().folder(), open().state().files());
    }

    @Test
    void a_new_table_has_its_columns_and_no_rows() throws StoreFailure {
        TableState state = open().state();

        assertThat(state.version()).isZero();
        assertThat(state.files()).isEmpty();
        assertThat(state.partitionedBy()).containsExactly("symbol", "trade_date");
        assertThat(state.columns())
                .extracting(column -> column.name() + " " + column.type())
                .contains(
                        "symbol string",
                        "trade_date date",
                        "open_time timestamp",
                        "close Decimal(18, 8)",
                        "volume long",
                        "violations array[string]",
                        "raw_offset long",
                        "kafka_offset long");
    }

    @Test
    void rows_appended_are_read_back_by_duckdb() throws StoreFailure {
        DeltaTable table = open();

        assertThat(table.commit(append(List.of(file("AAPL", "170.23", "-0.00000001")), progress("t-0", -1, 2))))
                .isInstanceOf(CommitOutcome.Committed.class);

        assertThat(
                        read(
                                "SELECT symbol, trade_date, open_time::VARCHAR, close::VARCHAR, volume, violations, raw_offset FROM $table ORDER BY open_time"))
                .containsExactly(
                        "AAPL|2019-02-15|2019-02-15 14:30:00+00|170.23000000|100|[ZERO_VOLUME]|42",
                        "AAPL|2019-02-15|2019-02-15 14:31:00+00|-0.00000001|100|[ZERO_VOLUME]|42");
    }

    @Test
    void another_process_finds_files_rows_and_watermarks() throws StoreFailure {
        open().commit(append(List.of(file("AAPL", "1", "2")), progress("t-0", -1, 2), progress("t-1", -1, 7)));

        TableState fresh =
                new DeltaLake(store, Clock.systemUTC()).read("silver/bars").orElseThrow();

        assertThat(fresh.version()).isEqualTo(1);
        assertThat(fresh.files()).singleElement().satisfies(file -> {
            assertThat(file.rows()).isEqualTo(2);
            assertThat(file.partition().values())
                    .containsEntry("symbol", "AAPL")
                    .containsEntry("trade_date", "2019-02-15");
        });
        assertThat(fresh.watermark("t-0")).hasValue(2);
        assertThat(fresh.watermark("t-1")).hasValue(7);
        assertThat(fresh.watermark("t-2")).isEmpty();
    }

    @Test
    void a_rewritten_partition_has_the_new_file_alone() throws StoreFailure {
        DeltaTable table = open();
        NewFile before = file("AAPL", "1", "2");
        NewFile other = file("MSFT", "9");
        table.commit(append(List.of(before, other), progress("t-0", -1, 3)));
        NewFile after = file("AAPL", "1", "2", "3");

        assertThat(table.commit(new TableChange(
                        List.of(after),
                        List.of(before.file()),
                        Set.of(before.file().partition()),
                        List.of(progress("t-0", 3, 4)))))
                .isInstanceOf(CommitOutcome.Committed.class);

        assertThat(table.state().files()).containsExactlyInAnyOrder(after.file(), other.file());
        assertThat(table.refresh().files()).containsExactlyInAnyOrder(after.file(), other.file());
        assertThat(read("SELECT symbol, count(*) FROM $table GROUP BY symbol ORDER BY symbol"))
                .containsExactly("AAPL|3", "MSFT|1");
    }

    @Test
    void a_symbol_with_unsafe_characters_lies_in_an_escaped_folder_and_comes_back_as_it_was() throws StoreFailure {
        open().commit(append(List.of(file("^ACWI", "80")), progress("t-0", -1, 1)));

        LiveFile live =
                lake.read("silver/bars").orElseThrow().files().iterator().next();

        assertThat(live.path()).startsWith("symbol=%5EACWI/trade_date=2019-02-15/");
        assertThat(live.partition().values()).containsEntry("symbol", "^ACWI");
        assertThat(store.get("silver/bars/" + live.path())).hasSize((int) live.bytes());
        assertThat(read("SELECT symbol, close FROM $table")).containsExactly("^ACWI|80.00000000");
    }

    @Test
    void checkpoints_are_written_every_twenty_commits_and_loaded() throws StoreFailure {
        DeltaTable table = open();
        for (int i = 0; i < 45; i++) {
            assertThat(table.commit(append(List.of(file("AAPL", "" + i)), progress("t-0", i - 1, i))))
                    .as("commit %d", i)
                    .isInstanceOf(CommitOutcome.Committed.class);
        }

        TableState fresh =
                new DeltaLake(store, Clock.systemUTC()).read("silver/bars").orElseThrow();

        assertThat(store.list("silver/bars/_delta_log/", ""))
                .extracting(object -> object.key().substring("silver/bars/_delta_log/".length()))
                .contains("_last_checkpoint", "00000000000000000040.checkpoint.parquet", "00000000000000000045.crc");
        assertThat(fresh.files()).hasSize(45);
        assertThat(fresh.watermark("t-0")).hasValue(44);
        assertThat(table.state().files()).hasSameElementsAs(fresh.files());
    }

    @Test
    void a_table_that_lacks_a_column_gets_it() throws StoreFailure {
        open().commit(append(List.of(file("AAPL", "1")), progress("t-0", -1, 1)));
        TableShape wider = rows.shape()
                .plus(List.of(
                        new Column("note", org.apache.avro.Schema.create(org.apache.avro.Schema.Type.STRING), "")));

        assertThat(lake.open(wider)).isInstanceOf(Opening.Opened.class);

        TableState state = lake.read("silver/bars").orElseThrow();
        assertThat(state.columns()).last().isEqualTo(new TableState.TypedColumn("note", "string"));
        assertThat(state.watermark("t-0")).hasValue(1);
    }

    @Test
    void columns_this_build_does_not_know_are_named_when_the_table_is_opened() throws StoreFailure {
        Column note = new Column("note", org.apache.avro.Schema.create(org.apache.avro.Schema.Type.LONG), "");
        lake.open(rows.shape().plus(List.of(note)));

        assertThat(lake.open(rows.shape()))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.unknown()).containsExactly(note));
    }

    @Test
    void a_column_of_another_type_stops_the_table_with_its_name() throws StoreFailure {
        TableShape other = new TableShape(
                "silver/bars",
                rows.shape().columns().stream()
                        .map(column -> column.name().equals("volume")
                                ? new Column(
                                        "volume", org.apache.avro.Schema.create(org.apache.avro.Schema.Type.STRING), "")
                                : column)
                        .toList(),
                rows.shape().partitionedBy());
        open();

        assertThat(lake.open(other))
                .isInstanceOfSatisfying(
                        Opening.Incompatible.class,
                        no -> assertThat(no.reason())
                                .contains("silver/bars")
                                .contains("volume")
                                .contains("long"));
    }

    @Test
    void another_partitioning_stops_the_table_with_the_setting_named() throws StoreFailure {
        open();

        assertThat(lake.open(new TableShape("silver/bars", rows.shape().columns(), List.of("symbol"))))
                .isInstanceOfSatisfying(
                        Opening.Incompatible.class,
                        no -> assertThat(no.reason()).contains("lake.yml").contains("partitions"));
    }

    @Test
    void reading_a_table_that_does_not_exist_finds_nothing() throws StoreFailure {
        assertThat(lake.read("gold/nothing")).isEmpty();
    }
}
