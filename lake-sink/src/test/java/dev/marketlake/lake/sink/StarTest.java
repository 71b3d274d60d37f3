package dev.marketlake.lake.sink;

import static dev.marketlake.lake.table.Examples.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.Bar;
import dev.marketlake.lake.content.LakeContents;
import dev.marketlake.lake.content.Portion;
import dev.marketlake.lake.content.Row;
import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.star.Star;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.Tables;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The derived tables, from tables as the sink writes them. */
class StarTest {
    private final Bench daily = new Bench(Tables.DAILY_BARS, Bar.getClassSchema());
    private final LakeContents lake = new LakeContents(daily.lake, new DeltaLake(daily.lake, Clock.systemUTC()));
    private final Running sink = new Running(daily.running());

    private record Running(Bench.Running of) {}

    private Star star() {
        return new Star(daily.lake, () -> Watchlist.of("AAPL", "IBM"), () -> daily.now);
    }

    private void day(String symbol, int day, String close) {
        daily.topic.append(
                symbol.equals("AAPL") ? 0 : 1,
                Bench.bytes(Examples.bar(symbol, OPEN.plus(Duration.ofDays(day)), close)
                        .setInterval("1d")
                        .setTradeDate(LocalDate.parse("2019-02-15").plusDays(day))
                        .build()));
        sink.of.flushed();
    }

    private TableContent table(String name) throws StoreFailure {
        return lake.of(name).orElseThrow();
    }

    private List<Row> rows(String name, String... columns) throws StoreFailure {
        List<Row> rows = new ArrayList<>();
        for (Portion portion : table(name).portions()) {
            rows.addAll(portion.source().read(Set.of(columns)));
        }
        return rows;
    }

    @Test
    void dimensions_and_view_follow_their_sources() throws StoreFailure {
        day("AAPL", 0, "170.23");
        day("MSFT", 0, "108");

        assertThat(star().derive()).isTrue();

        assertThat(rows("gold.dim_symbol", "symbol", "calendar"))
                .extracting(row -> row.value("symbol") + " " + row.value("calendar"))
                .containsExactly("AAPL NYSE", "IBM NYSE", "MSFT null");
        assertThat(rows("gold.dim_date", "date"))
                .extracting(row -> String.valueOf(row.value("date")))
                .contains("2019-01-01", "2019-02-15", "2027-12-31")
                .hasSize(9 * 365 + 2);
        assertThat(rows("gold.dim_time", "time")).hasSize(1440);
        assertThat(rows("gold.market_view", "symbol", "trade_date", "close"))
                .extracting(row -> row.value("symbol") + " " + row.value("trade_date") + " " + row.value("close"))
                .containsExactlyInAnyOrder("AAPL 2019-02-15 170.23000000", "MSFT 2019-02-15 108.00000000");
    }

    @Test
    void a_correction_rewrites_its_symbol_alone_and_no_change_writes_nothing() throws StoreFailure {
        day("AAPL", 0, "170.23");
        day("MSFT", 0, "108");
        Star star = star();
        star.derive();
        List<String> before = table("gold.market_view").portions().stream()
                .map(Portion::id)
                .sorted()
                .toList();
        star.derive();
        star().derive();
        assertThat(table("gold.market_view").version()).isEqualTo(1);
        assertThat(table("gold.dim_date").version()).isEqualTo(1);

        day("MSFT", 0, "109");
        star.derive();

        assertThat(rows("gold.market_view", "close"))
                .extracting(row -> row.value("close"))
                .containsExactlyInAnyOrder(new BigDecimal("170.23000000"), new BigDecimal("109.00000000"));
        assertThat(table("gold.market_view").portions().stream()
                        .map(Portion::id)
                        .sorted()
                        .toList())
                .contains(before.getFirst())
                .doesNotContain(before.getLast());
        assertThat(table("gold.dim_symbol").version()).isEqualTo(1);
    }

    @Test
    void a_row_withdrawn_from_its_source_leaves_the_view() throws StoreFailure {
        day("AAPL", 0, "170.23");
        Star star = star();
        star.derive();
        daily.topic.append(
                0,
                Bench.bytes(Examples.bar("AAPL", OPEN, "170.23")
                        .setInterval("1d")
                        .setValid(false)
                        .build()));
        sink.of.flushed();

        star.derive();

        assertThat(rows("gold.market_view", "close")).isEmpty();
    }

    @Test
    void of_two_writers_at_once_the_tables_are_those_of_the_latest_sources() throws StoreFailure {
        day("AAPL", 0, "170.23");
        Star one = star();
        Star other = star();
        one.derive();
        other.derive();
        day("AAPL", 0, "171");
        other.derive();
        day("AAPL", 0, "172");
        one.derive();
        other.derive();

        assertThat(rows("gold.market_view", "close"))
                .extracting(row -> row.value("close"))
                .containsExactly(new BigDecimal("172.00000000"));
    }
}
