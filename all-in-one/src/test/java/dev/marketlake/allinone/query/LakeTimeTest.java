package dev.marketlake.allinone.query;

import static dev.marketlake.allinone.audit.SmallLake.BARS;
import static dev.marketlake.allinone.audit.SmallLake.bar;
import static dev.marketlake.allinone.audit.SmallLake.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.allinone.audit.SmallLake;
import dev.marketlake.events.RawPosition;
import dev.marketlake.lake.maintain.NamedSnapshots;
import dev.marketlake.lake.maintain.Retention;
import dev.marketlake.lake.maintain.Vacuum;
import dev.marketlake.lake.table.Tables;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table was, version by version. */
class LakeTimeTest {
    private static final String COUNT = "SELECT count(*) AS n FROM silver.bars";

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_table_tells_its_versions_and_answers_as_of_each() throws Exception {
        var origin = new RawPosition(SmallLake.RAW, 0, 0L);
        try (var small = SmallLake.start(folder);
                var lake = small.anew().lake()) {
            small.append(
                    Tables.BARS, List.of(upTo(BARS, 0, -1, 2)), bar("AAPL", 0, 0, origin), bar("MSFT", 0, 1, origin));
            small.rewrite(
                    Tables.BARS,
                    List.of(upTo(BARS, 0, 2, 5)),
                    bar("AAPL", 0, 2, origin),
                    bar("AAPL", 1, 3, origin),
                    bar("MSFT", 0, 4, origin));

            var history = lake.history("silver.bars", 0);

            assertThat(history)
                    .extracting(one -> one.version() + " " + one.operation() + " " + one.rows() + " " + one.written()
                            + " +" + one.added() + " -" + one.removed() + " " + one.offsets())
                    .containsExactly(
                            "2 STREAMING UPDATE 3 3 +2 -2 {" + BARS + "-0=5}",
                            "1 STREAMING UPDATE 2 2 +2 -0 {" + BARS + "-0=2}",
                            "0 CREATE TABLE 0 0 +0 -0 {}");
            assertThat(lake.history("silver.bars", 1)).containsExactly(history.getFirst());
            assertThat(history.stream().map(one -> rows(lake, one.committedAt())))
                    .containsExactly("3", "2", "0");
            assertThat(rows(lake, history.getFirst().committedAt().minusNanos(1)))
                    .isEqualTo("2");
            assertThat(rows(lake, Instant.parse("2999-01-01T00:00:00Z"))).isEqualTo("3");
            assertThatThrownBy(() -> rows(lake, Instant.parse("2001-01-01T00:00:00Z")))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessageContaining("silver.bars has no version as of 2001-01-01T00:00:00Z")
                    .hasMessageContaining(history.getLast().committedAt().toString());

            try (var store = lake.objectStore()) {
                new NamedSnapshots(store, Clock.systemUTC()).create("three-bars");
                small.rewrite(Tables.BARS, List.of(upTo(BARS, 0, 5, 6)), bar("AAPL", 0, 2, origin));
                new Vacuum(store, Clock.systemUTC(), new Retention(Duration.ZERO, Duration.ofHours(1)))
                        .vacuum(Tables.BARS);
            }
            assertThat(rows(lake, Instant.parse("2999-01-01T00:00:00Z"))).isEqualTo("1");
            assertThat(printed(csv -> lake.queryOf("three-bars", COUNT, csv))).isEqualTo("3");
            try (var stranger = small.lake("empty-cache")) {
                assertThatThrownBy(() -> rows(stranger, history.get(1).committedAt()))
                        .isInstanceOf(QueryRefused.class)
                        .hasMessageContaining("silver.bars at version 1 is no longer whole");
            }
            assertThatThrownBy(() -> printed(csv -> lake.queryOf("none", COUNT, csv)))
                    .hasMessageContaining("there is no snapshot none");
            assertThatThrownBy(() -> lake.history("silver.barz", 0))
                    .hasMessageContaining("there is no table silver.barz");
        }
    }

    private static String rows(Lake lake, Instant time) {
        return printed(csv -> lake.queryAsOf(time, COUNT, csv));
    }

    private static String printed(Consumer<RowPrinter> query) {
        var text = new StringWriter();
        query.accept(new CsvRows(new PrintWriter(text)));
        return text.toString().lines().toList().getLast();
    }
}
