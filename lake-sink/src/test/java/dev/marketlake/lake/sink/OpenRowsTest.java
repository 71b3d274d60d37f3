package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.write.PackedRows;
import dev.marketlake.lake.write.RowPacker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class OpenRowsTest {
    /** Bytes of the row of a partition here: a length, its text, and where it ends. */
    private static final int ROW = 1 + 9 + 4;

    private static final int ROOM = ROW + OpenRows.ENTRY;

    private static final Schema SCHEMA =
            SchemaBuilder.record("row").fields().requiredString("text").endRecord();

    @Test
    void rows_are_those_of_the_very_files_they_were_written_to() {
        OpenRows open = new OpenRows(2 * ROOM);
        open.keep(List.of(rewrite("AAPL", "first")));

        assertThat(open.of(partition("AAPL"), List.of(file("AAPL", "first"))))
                .hasValueSatisfying(
                        rows -> assertThat(rows.iterator().next()).hasToString("{\"text\": \"AAPL-----\"}"));
        assertThat(open.of(partition("AAPL"), List.of(file("AAPL", "other")))).isEmpty();
        assertThat(open.of(partition("AAPL"), List.of(file("AAPL", "first"), file("AAPL", "other"))))
                .isEmpty();
        open.keep(List.of(rewrite("AAPL", "second")));
        assertThat(open.of(partition("AAPL"), List.of(file("AAPL", "first")))).isEmpty();
        assertThat(kept(open, "second", "AAPL")).containsExactly("AAPL");
    }

    @Test
    void a_round_over_more_than_there_is_room_for_finds_some_of_it_again() {
        OpenRows open = new OpenRows(2 * ROOM);
        for (String round : List.of("1", "2", "3")) {
            open.keep(rewrites(round, "AAPL", "IBM", "KO"));
            assertThat(kept(open, round, "AAPL", "IBM", "KO")).containsExactly("AAPL", "IBM");
        }
    }

    @Test
    void parts_of_a_round_that_alternate_find_some_of_it_again() {
        OpenRows open = new OpenRows(2 * ROOM);
        for (String round : List.of("1", "2", "3")) {
            open.keep(rewrites(round, "AAPL", "IBM"));
            open.keep(rewrites(round, "KO", "MSFT"));
            assertThat(kept(open, round, "AAPL", "IBM", "KO", "MSFT")).containsExactly("AAPL", "IBM");
        }
    }

    @Test
    void what_is_not_written_any_more_makes_room() {
        OpenRows open = new OpenRows(2 * ROOM);
        open.keep(rewrites("1", "AAPL", "IBM"));
        open.keep(rewrites("1", "KO"));
        assertThat(kept(open, "1", "AAPL", "IBM", "KO")).containsExactly("AAPL", "IBM");
        open.keep(rewrites("2", "KO", "MSFT"));
        assertThat(kept(open, "1", "AAPL", "IBM")).isEmpty();
        assertThat(kept(open, "2", "KO", "MSFT")).containsExactly("KO", "MSFT");
    }

    @Test
    void nothing_is_kept_where_nothing_may_be_or_after_clearing() {
        OpenRows none = new OpenRows(0);
        none.keep(rewrites("1", "AAPL"));
        assertThat(kept(none, "1", "AAPL")).isEmpty();

        OpenRows open = new OpenRows(ROOM);
        open.keep(rewrites("1", "AAPL"));
        open.clear();
        assertThat(kept(open, "1", "AAPL")).isEmpty();
        open.keep(rewrites("1", "IBM"));
        assertThat(kept(open, "1", "IBM")).containsExactly("IBM");
    }

    private static List<String> kept(OpenRows open, String file, String... symbols) {
        return Arrays.stream(symbols)
                .filter(symbol ->
                        open.of(partition(symbol), List.of(file(symbol, file))).isPresent())
                .toList();
    }

    private static List<Rewrite> rewrites(String file, String... symbols) {
        List<Rewrite> rewrites = new ArrayList<>();
        for (String symbol : symbols) {
            rewrites.add(rewrite(symbol, file));
        }
        return rewrites;
    }

    private static Rewrite rewrite(String symbol, String file) {
        GenericRecord row = new GenericData.Record(SCHEMA);
        row.put("text", (symbol + "---------").substring(0, 9));
        PackedRows rows = PackedRows.of(SCHEMA, List.of(new RowPacker(SCHEMA).pack(row)));
        assertThat(rows.bytes()).isEqualTo(ROW);
        NewFile written = new NewFile(file(symbol, file), List.of(), Instant.EPOCH);
        return new Rewrite(partition(symbol), List.of(), rows, Optional.of(written));
    }

    private static Partition partition(String symbol) {
        return new Partition(Map.of("symbol", symbol));
    }

    private static LiveFile file(String symbol, String name) {
        return new LiveFile(name, partition(symbol), 1, 1);
    }
}
