package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.lake.delta.Column;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.sink.Bench.Running;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.TableRows;
import dev.marketlake.lake.table.Tables;
import java.time.Clock;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Another writer adds a column while this sink runs: whoever rewrites a partition afterwards keeps it. */
class ColumnsOfOthersTest {
    private static final Column NOTE = new Column("note", Schema.create(Schema.Type.LONG), "");

    private final Bench bars = new Bench(Tables.BARS, Bar.getClassSchema());

    @Test
    void a_sink_that_gets_its_partitions_back_keeps_what_its_deputy_added() throws Exception {
        Running sink = bars.running();
        bars.bar(0, "AAPL", 0);
        sink.flushed();
        sink.reader().lose();
        bars.append(0, noted(), withNote(7));
        Running deputy = bars.running().flushed().flushed();
        deputy.reader().lose();
        assertThat(notes()).containsExactlyInAnyOrder(null, 7L);

        sink.reader().regain();
        bars.bar(0, "AAPL", 1);
        sink.flushed();

        assertThat(bars.positions()).hasSize(3);
        assertThat(notes()).containsExactlyInAnyOrder(null, 7L, null);
    }

    @Test
    void a_batch_read_before_the_column_came_is_read_again() throws Exception {
        Running sink = bars.running();
        bars.bar(0, "AAPL", 0);
        sink.turns(4);
        TableRows rows = TableRows.of(bars.table, bars.table.partitions());
        new DeltaLake(bars.lake, Clock.systemUTC()).open(rows.shape().plus(List.of(NOTE)));
        bars.append(0, noted(), withNote(7));

        sink.flushed().flushed();

        assertThat(bars.positions()).containsExactly("0@0", "0@1");
        assertThat(notes()).containsExactlyInAnyOrder(null, 7L);
    }

    private List<Object> notes() throws StoreFailure {
        return bars.rows().stream().map(row -> row.get("note")).toList();
    }

    private static Schema noted() {
        return new Schema.Parser()
                .parse(
                        Bar.getClassSchema()
                                .toString()
                                .replaceFirst(
                                        "\\{\"name\":\"revision\"",
                                        "{\"name\":\"note\",\"type\":[\"null\",\"long\"],\"default\":null},{\"name\":\"revision\""));
    }

    private static byte[] withNote(long note) throws java.io.IOException {
        GenericRecord from = Examples.generic(
                Examples.bar("AAPL", Examples.OPEN.plusSeconds(600), "9").build());
        var record = new GenericData.Record(noted());
        from.getSchema().getFields().forEach(field -> record.put(field.name(), from.get(field.name())));
        record.put("note", note);
        var bytes = new java.io.ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(noted()).write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
