package dev.marketlake.lake.sink;

import static dev.marketlake.lake.table.Examples.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.sink.Bench.Running;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** Records that are none of the table's, told from a registry that does not say what they are. */
class PoisonTest {
    private static final byte[] FOREIGN =
            Bench.bytes(Examples.bar("AAPL", OPEN, "1").build());
    /** A name every bar has, with a type no column can have. */
    private static final Schema ODD = new Schema.Parser().parse("""
                    {"type":"record","name":"Odd","fields":[
                      {"name":"symbol","type":"string"},{"name":"what","type":["null","string","long"],"default":null}]}""");
    /** A record of type {@link #ODD}: symbol "A", and nothing. */
    private static final byte[] ODDITY = {2, 'A', 0, 0};

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

    private static List<String> undecodable(Bench bench) throws StoreFailure {
        return bench.rows().stream()
                .filter(row -> row.get("undecodable") != null)
                .map(row -> row.get("kafka_offset") + ": " + row.get("undecodable"))
                .toList();
    }

    @Test
    void poison_in_a_clean_topic_halts_its_table_after_everything_before_it_is_in() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        long poison = bars.topic.append(0, Bench.POISON);
        bar(0, "AAPL", 1, "2");

        Running sink = bars.running().turns(5);

        assertThat(sink.state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason())
                                .contains("market.bars-0 offset " + poison, "zero byte", "skip-to"));
        assertThat(closes(bars)).containsExactly("0@0");
        assertThat(bars.watermark(0)).isEqualTo(poison);
    }

    @Test
    void poison_in_the_raw_topic_lands_in_bronze_with_its_bytes_and_the_reason() throws StoreFailure {
        raw.topic.append(0, Bench.POISON);
        raw.topic.append(0, Bench.bytes(Examples.raw("AAPL", 1)));

        raw.running().flushed();

        List<GenericRecord> rows = raw.rows();
        assertThat(rows).hasSize(2);
        GenericRecord poison = rows.stream()
                .filter(row -> row.get("undecodable") != null)
                .findFirst()
                .orElseThrow();
        assertThat(poison.get("value")).isEqualTo(java.nio.ByteBuffer.wrap(Bench.POISON));
        assertThat(poison.get("symbol")).isNull();
        assertThat(poison.get("undecodable").toString()).contains("zero byte");
    }

    @Test
    void while_the_registry_does_not_answer_the_table_waits_and_loses_nothing() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        bars.registry = new org.apache.kafka.common.errors.TimeoutException("the registry does not answer");
        Running sink = bars.running().turns(4);
        assertThat(sink.sink().status().state()).isInstanceOf(SinkState.Waiting.class);

        bars.registry = null;
        bars.later(Duration.ofSeconds(20));
        sink.flushed();

        assertThat(closes(bars)).containsExactly("0@0");
        assertThat(sink.state()).isInstanceOf(SinkState.Running.class);
    }

    @Test
    void a_registry_that_refuses_is_no_poison_the_table_waits_with_its_words() throws StoreFailure {
        raw.topic.append(0, Bench.bytes(Examples.raw("AAPL", 1)));
        bar(0, "AAPL", 0, "1");
        for (Bench bench : List.of(raw, bars)) {
            bench.registry = new SerializationException("schema registry refused: HTTP 401");
            Running sink = bench.running().turns(4);
            bench.later(Duration.ofSeconds(20));
            sink.turns(3);

            assertThat(sink.state())
                    .isInstanceOfSatisfying(
                            SinkState.Waiting.class,
                            waiting -> assertThat(waiting.reason()).contains("HTTP 401"));
            assertThat(bench.rows()).isEmpty();

            bench.registry = null;
            bench.later(Duration.ofSeconds(20));
            sink.flushed();
            assertThat(closes(bench)).containsExactly("0@0");
            assertThat(sink.state()).isInstanceOf(SinkState.Running.class);
        }
        assertThat(undecodable(raw)).isEmpty();
    }

    @Test
    void while_the_registry_is_asked_again_and_again_the_table_never_looks_well() {
        bar(0, "AAPL", 0, "1");
        bars.registry = new SerializationException("schema registry refused: HTTP 401");
        Running sink = bars.running().turns(4);
        for (int i = 0; i < 8; i++) {
            bars.later(Duration.ofSeconds(20));
            sink.turns(1);
            assertThat(sink.state()).isInstanceOf(SinkState.Waiting.class);
        }
    }

    @Test
    void a_foreign_record_in_the_raw_topic_is_kept_undecodable_and_adds_no_columns() throws StoreFailure {
        raw.topic.append(0, Bench.bytes(Examples.raw("AAPL", 1)));
        raw.append(0, Bar.getClassSchema(), FOREIGN.clone());
        raw.append(0, ODD, ODDITY);
        raw.append(0, Schema.create(Schema.Type.STRING), new byte[] {8, 't', 'e', 'x', 't'});
        raw.topic.append(0, Bench.bytes(Examples.raw("AAPL", 2)));

        Running sink = raw.running().flushed();

        assertThat(sink.state()).isInstanceOf(SinkState.Running.class);
        assertThat(closes(raw)).hasSize(5);
        assertThat(undecodable(raw))
                .satisfiesExactly(
                        foreign -> assertThat(foreign).startsWith("1: ").contains("events.Bar", "events.RawQuote"),
                        odd -> assertThat(odd).startsWith("2: ").contains("Odd"),
                        text -> assertThat(text).startsWith("3: "));
        assertThat(raw.state().columns()).extracting(column -> column.name()).doesNotContain("close", "what");
    }

    @Test
    void a_foreign_record_in_a_clean_topic_halts_its_table_with_the_position() throws StoreFailure {
        bar(0, "AAPL", 0, "1");
        long foreign = bars.append(0, RawQuote.getClassSchema(), Bench.bytes(Examples.raw("AAPL", 1)));

        assertThat(bars.running().turns(5).state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason())
                                .contains("market.bars-0 offset " + foreign, "events.RawQuote", "skip-to"));
        assertThat(closes(bars)).containsExactly("0@0");
    }

    @Test
    void a_field_of_a_type_no_column_can_have_halts_with_the_position() {
        Schema odd = new Schema.Parser()
                .parse(ODD.toString()
                        .replace(
                                "\"Odd\"",
                                "\"" + Bar.class.getSimpleName() + "\",\"namespace\":\"" + Bar.class.getPackageName()
                                        + "\""));
        long offset = bars.append(0, odd, ODDITY);

        assertThat(bars.running().turns(5).state())
                .isInstanceOfSatisfying(
                        SinkState.Halted.class,
                        halted -> assertThat(halted.reason())
                                .contains("market.bars-0 offset " + offset, "no column can have", "skip-to"));
    }
}
