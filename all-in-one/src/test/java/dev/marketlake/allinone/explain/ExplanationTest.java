package dev.marketlake.allinone.explain;

import static dev.marketlake.allinone.audit.SmallLake.ALERTS;
import static dev.marketlake.allinone.audit.SmallLake.BARS;
import static dev.marketlake.allinone.audit.SmallLake.RAW;
import static dev.marketlake.allinone.audit.SmallLake.bar;
import static dev.marketlake.allinone.audit.SmallLake.raw;
import static dev.marketlake.allinone.audit.SmallLake.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.audit.SmallLake;
import dev.marketlake.allinone.audit.SmallLake.Taken;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.events.Bar;
import dev.marketlake.events.RawPosition;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.market.Interval;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a small lake, down to the bytes that the provider sent. */
class ExplanationTest {
    private static final Instant OPEN = Instant.parse("2019-02-15T14:30:00Z");

    @TempDir
    static Path folder = Path.of("");

    private static SmallLake small;

    /** Three minutes from the first three raw records, one that is not valid from the fourth, and a fifth record that is not in Bronze. */
    @BeforeAll
    static void start() throws StoreFailure {
        small = SmallLake.start(folder).anew();
        small.append(
                Tables.RAW_QUOTES,
                List.of(upTo(RAW, 0, -1, 3), upTo(RAW, 1, -1, 1)),
                raw(0, 0),
                raw(0, 1),
                raw(0, 2),
                raw(1, 0));
        small.append(
                Tables.BARS,
                List.of(upTo(BARS, 0, -1, 6)),
                bar("AAPL", 0, 0, from(0, 0)),
                bar("AAPL", 1, 1, from(0, 1)),
                bar("AAPL", 2, 2, from(0, 2)),
                invalid(bar("AAPL", 3, 3, from(1, 0))),
                rollUp(bar("AAPL", 0, 4, from(0, 2))),
                bar("MSFT", 0, 5, from(0, 99)));
        small.append(
                Tables.ALERTS,
                List.of(upTo(ALERTS, 0, -1, 3)),
                SmallLake.alert(0, "spike|AAPL", "RAISED", from(0, 1), from(0, 0)),
                SmallLake.alert(1, "spike|MSFT", "RETRACTED", from(1, 0)),
                SmallLake.alert(2, "it's|quoted", "RAISED"));
    }

    @AfterAll
    static void stop() {
        small.close();
    }

    private static RawPosition from(int partition, long offset) {
        return new RawPosition(RAW, partition, offset);
    }

    private static Taken invalid(Taken taken) {
        ((Bar) taken.value()).setValid(false);
        return taken;
    }

    private static Taken rollUp(Taken taken) {
        var bar = (Bar) taken.value();
        bar.setInterval("5m");
        bar.setChildCount(3);
        return taken;
    }

    private static Fact alert(String id) {
        try (Lake lake = small.lake()) {
            return Explanation.ofAlert(lake, id).orElseThrow();
        }
    }

    private static List<Fact> bars(String symbol, int minute, Interval interval) {
        try (Lake lake = small.lake()) {
            return Explanation.ofBar(lake, symbol, OPEN.plusSeconds(60L * minute), interval);
        }
    }

    @Test
    void an_alert_comes_down_to_the_raw_records_it_names_in_its_order_with_request_id_and_payload() {
        var fact = alert("spike|AAPL");

        assertThat(fact.what()).isEqualTo("alert spike|AAPL, from market.alerts " + ALERTS + "-0 offset 0");
        assertThat(fact.values()).containsEntry("state", "RAISED").containsEntry("message", "AAPL is loud.");
        assertThat(fact.from())
                .extracting(Fact::what)
                .containsExactly("raw event " + RAW + "-0 offset 1", "raw event " + RAW + "-0 offset 0");
        assertThat(fact.from().getFirst().values())
                .containsEntry("request_id", "request")
                .containsEntry("payload", "{\"c\":1}")
                .containsEntry("source", "FINNHUB");
    }

    @Test
    void an_alert_that_was_retracted_says_so() {
        assertThat(alert("spike|MSFT").lines()).contains("  state: RETRACTED");
    }

    @Test
    void an_alert_of_no_id_that_is_there_is_none_and_quotes_are_no_way_out_of_the_question() {
        try (Lake lake = small.lake()) {
            assertThat(Explanation.ofAlert(lake, "spike|TSLA")).isEmpty();
            assertThat(Explanation.ofAlert(lake, "' OR '1'='1")).isEmpty();
        }
        assertThat(alert("it's|quoted").from()).isEmpty();
    }

    @Test
    void a_bar_comes_down_to_its_raw_record() {
        assertThat(bars("AAPL", 1, Interval.M1)).singleElement().satisfies(fact -> {
            assertThat(fact.what())
                    .isEqualTo("1m bar of AAPL at 2019-02-15T14:31:00Z, from market.bars " + BARS + "-0 offset 1");
            assertThat(fact.from()).singleElement().satisfies(event -> {
                assertThat(event.what()).isEqualTo("raw event " + RAW + "-0 offset 1");
                assertThat(event.values()).containsEntry("payload", "{\"c\":1}");
            });
        });
    }

    @Test
    void a_roll_up_comes_down_to_the_raw_records_of_the_minutes_that_count() {
        assertThat(bars("AAPL", 0, Interval.M5)).singleElement().satisfies(fact -> {
            assertThat(fact.what()).startsWith("5m bar of AAPL at 2019-02-15T14:30:00Z");
            assertThat(fact.from()).singleElement().satisfies(children -> {
                assertThat(children.what()).isEqualTo("folded from 3 bars; minutes in the lake that count: 3");
                assertThat(children.from())
                        .extracting(Fact::what)
                        .containsExactly(
                                "raw event " + RAW + "-0 offset 0",
                                "raw event " + RAW + "-0 offset 1",
                                "raw event " + RAW + "-0 offset 2");
            });
        });
    }

    @Test
    void a_bar_whose_raw_record_is_not_in_bronze_says_so() {
        assertThat(bars("MSFT", 0, Interval.M1).getFirst().from())
                .extracting(Fact::what)
                .containsExactly("raw event " + RAW + "-0 offset 99: not in bronze.raw_quotes (yet)");
    }

    @Test
    void there_is_no_bar_of_a_symbol_or_a_time_that_has_none() {
        assertThat(bars("TSLA", 0, Interval.M1)).isEmpty();
        assertThat(bars("AAPL", 9, Interval.M1)).isEmpty();
        assertThat(bars("AAPL", 1, Interval.M5)).isEmpty();
    }
}
