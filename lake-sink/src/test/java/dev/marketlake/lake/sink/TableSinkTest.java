package dev.marketlake.lake.sink;

import static dev.marketlake.lake.table.Examples.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.delta.DuckDb;
import dev.marketlake.lake.sink.Bench.Running;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** One sink, turn by turn. */
class TableSinkTest {
    private final Bench bars = new Bench(Tables.BARS, Bar.getClassSchema());
    private final Bench raw = new Bench(Tables.RAW_QUOTES, RawQuote.getClassSchema());

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

    @Test
    void rows_wait_until_they_are_old_enough_then_become_one_version() throws StoreFailure {
        Running sink = bars.running().turns(2);
        bar(0, "AAPL", 0, "1");
        bar(1, "MSFT", 0, "2");

        sink.turns(3);
        assertThat(bars.state().version()).isZero();
        bars.later(Duration.ofSeconds(11));
        sink.turns(1);

        assertThat(bars.state().version()).isEqualTo(1);
        assertThat(closes(bars)).containsExactly("0@0", "1@0");
        assertThat(bars.watermark(0)).isEqualTo(1);
        assertThat(bars.watermark(1)).isEqualTo(1);
    }

    @Test
    void in_a_backlog_rows_wait_for_more_of_them() throws StoreFailure {
        for (int minute = 0; minute < 200; minute++) {
            bar(0, "AAPL", minute, "1");
        }
        for (int mark = 0; mark < 20_000; mark++) {
            bars.topic.skip(0);
        }
        bar(0, "AAPL", 200, "1");
        Running sink = bars.running().turns(2);
        bars.later(Duration.ofSeconds(11));

        sink.turns(1);
        assertThat(sink.sink().status().pendingRows()).isEqualTo(200);
        assertThat(bars.state().version()).isZero();
        sink.turns(1);

        assertThat(bars.state().version()).isEqualTo(1);
        assertThat(closes(bars)).hasSize(201);
    }

    @Test
    void the_latest_record_of_a_key_is_the_row_within_a_flush_and_across_flushes() throws StoreFailure {
        Running sink = bars.running();
        bar(0, "AAPL", 0, "1");
        bar(0, "AAPL", 1, "5");
        bar(0, "AAPL", 0, "2");
        sink.flushed();
        bar(0, "AAPL", 0, "3");
        sink.flushed();

        assertThat(closes(bars)).containsExactly("0@1", "0@3");
        assertThat(bars.state().files()).hasSize(1);
    }

    @Test
    void a_sink_that_starts_anew_reads_the_open_partition_back_before_it_rewrites_it() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        bars.running().flushed();
        bar(0, "AAPL", 1, "2");

        bars.running().flushed();

        assertThat(closes(bars)).containsExactly("0@0", "0@1");
    }

    @Test
    void a_deleted_record_takes_its_row_away_and_the_last_one_takes_the_file() throws StoreFailure {
        Running sink = bars.running();
        bar(0, "AAPL", 0, "1");
        sink.flushed();
        bars.topic.append(
                0, Bench.bytes(Examples.bar("AAPL", OPEN, "1").setDeleted(true).build()));

        sink.flushed();

        assertThat(bars.rows()).isEmpty();
        assertThat(bars.state().files()).isEmpty();
        assertThat(bars.watermark(0)).isEqualTo(2);
    }

    @Test
    void a_new_sink_goes_on_where_the_log_says_and_not_where_the_group_is() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        bars.running().flushed();
        bar(0, "AAPL", 1, "2");

        Running next = bars.running().turns(3);

        assertThat(next.sink().status().partitions())
                .filteredOn(partition -> partition.source().partition().partition() == 0)
                .extracting(partition -> partition.committed() + " to " + partition.position())
                .containsExactly("1 to 2");
        next.flushed();
        assertThat(closes(bars)).containsExactly("0@0", "0@1");
    }

    @Test
    void rows_of_a_sink_that_died_before_its_flush_are_read_again_once() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        bars.running().turns(4);

        bars.running().flushed();

        assertThat(closes(bars)).containsExactly("0@0");
    }

    @Test
    void a_topic_made_anew_is_read_from_its_beginning_and_overwrites_nothing() throws StoreFailure {
        Bench quotes = raw;
        quotes.topic.append(0, Bench.bytes(Examples.raw("AAPL", 0)));
        Running sink = quotes.running().flushed();
        quotes.topic.recreate("anotherTopicIdanother0");
        quotes.topic.append(0, Bench.bytes(Examples.raw("AAPL", 1)));
        quotes.topic.append(0, Bench.bytes(Examples.raw("AAPL", 2)));

        quotes.running().flushed();

        assertThat(quotes.rows())
                .extracting(row -> row.get("kafka_topic_id") + "@" + row.get("kafka_offset"))
                .containsExactlyInAnyOrder(
                        "topicIdtopicIdtopicId0@0", "anotherTopicIdanother0@0", "anotherTopicIdanother0@1");
        assertThat(sink.state()).isNotInstanceOf(SinkState.Halted.class);
    }

    @Test
    void while_the_store_is_away_the_table_waits_and_goes_on_by_itself() throws StoreFailure {
        Away store = new Away(bars.lake);
        Running sink = bars.running(store).turns(3);
        bar(0, "AAPL", 0, "1");
        sink.turns(2);
        store.away = true;
        bars.later(Duration.ofSeconds(11));
        sink.turns(2);
        assertThat(sink.state())
                .isInstanceOfSatisfying(
                        SinkState.Waiting.class,
                        waiting -> assertThat(waiting.reason()).contains("the store is away"));
        bar(0, "AAPL", 1, "2");
        bars.later(Duration.ofMinutes(1));
        sink.turns(2);
        assertThat(sink.sink().status().pendingRows()).isEqualTo(1);

        store.away = false;
        bars.later(Duration.ofMinutes(1));
        sink.flushed();

        assertThat(closes(bars)).containsExactly("0@0", "0@1");
        assertThat(sink.state()).isInstanceOf(SinkState.Running.class);
    }

    @Test
    void partitions_taken_away_drop_their_rows_and_come_back_from_the_log() throws StoreFailure {
        Running sink = bars.running();
        bar(0, "AAPL", 0, "1");
        sink.turns(4);
        sink.reader().lose();
        sink.turns(2);
        bars.later(Duration.ofSeconds(11));
        sink.turns(2);
        assertThat(bars.state().version()).isZero();

        sink.reader().regain();
        sink.flushed();

        assertThat(closes(bars)).containsExactly("0@0");
    }

    @Test
    void a_zombie_sink_that_wakes_up_drops_its_rows_and_goes_on_behind_its_successor() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        Running zombie = bars.running().turns(4);
        Running successor = bars.running();
        bar(0, "AAPL", 0, "2");
        successor.flushed();

        zombie.flushed();
        bar(0, "AAPL", 1, "3");
        zombie.flushed();

        assertThat(closes(bars)).containsExactly("0@1", "0@2");
        assertThat(bars.watermark(0)).isEqualTo(3);
    }

    @Test
    void a_field_more_in_the_records_becomes_a_column_and_older_rows_keep_theirs() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        Running sink = bars.running().flushed();
        Schema wider = new Schema.Parser()
                .parse(
                        Bar.getClassSchema()
                                .toString()
                                .replaceFirst(
                                        "\\{\"name\":\"revision\"",
                                        "{\"name\":\"yieldToMaturity\",\"type\":[\"null\",\"double\"],\"default\":null},{\"name\":\"revision\""));
        bars.schema = wider;
        bars.topic.append(0, widened(wider));

        sink.flushed().flushed();

        assertThat(bars.state().columns()).extracting(column -> column.name()).contains("yield_to_maturity");
        assertThat(duck("SELECT kafka_offset, yield_to_maturity FROM $table ORDER BY 1"))
                .containsExactly("0|null", "1|4.5");

        bars.schema = Bar.getClassSchema();
        bar(0, "AAPL", 7, "1");
        bars.running().flushed();
        assertThat(duck("SELECT count(yield_to_maturity), sum(yield_to_maturity) FROM $table"))
                .containsExactly("1|4.5");
        assertThat(duck("SELECT count(*) FROM $table")).containsExactly("3");
    }

    private List<String> duck(String sql) throws StoreFailure {
        return DuckDb.query(sql, bars.lake, bars.table.folder(), bars.state().files());
    }

    private static byte[] widened(Schema schema) {
        try {
            GenericRecord from = Examples.generic(
                    Examples.bar("AAPL", OPEN.plusSeconds(600), "9").build());
            var record = new org.apache.avro.generic.GenericData.Record(schema);
            from.getSchema().getFields().forEach(field -> record.put(field.name(), from.get(field.name())));
            record.put("yieldToMaturity", 4.5);
            var bytes = new java.io.ByteArrayOutputStream();
            var encoder = org.apache.avro.io.EncoderFactory.get().binaryEncoder(bytes, null);
            new org.apache.avro.generic.GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A store that is away while the test says so. */
    private static final class Away extends MemoryObjectStore {
        private final ObjectStore behind;
        boolean away;

        Away(ObjectStore behind) {
            this.behind = behind;
        }

        private ObjectStore there() throws StoreFailure {
            if (away) {
                throw new StoreFailure.Unavailable("the store is away", null);
            }
            return behind;
        }

        @Override
        public byte[] get(String key) throws StoreFailure {
            return there().get(key);
        }

        @Override
        public void put(String key, byte[] content) throws StoreFailure {
            there().put(key, content);
        }

        @Override
        public void putIfAbsent(String key, byte[] content) throws StoreFailure {
            there().putIfAbsent(key, content);
        }

        @Override
        public dev.marketlake.lake.store.StoredObject head(String key) throws StoreFailure {
            return there().head(key);
        }

        @Override
        public List<dev.marketlake.lake.store.StoredObject> list(String prefix, String from) throws StoreFailure {
            return there().list(prefix, from);
        }
    }
}
