package dev.marketlake.allinone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.allinone.query.LiveTable.Column;
import dev.marketlake.allinone.replay.Comparison.ChangeTaker;
import dev.marketlake.allinone.replay.Comparison.Day;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String WEEK = "trade_date BETWEEN DATE '2019-02-11' AND DATE '2019-02-15'";

    private static final List<Column> BAR = List.of(
            new Column("symbol", "VARCHAR"),
            new Column("interval", "VARCHAR"),
            new Column("open_time", "TIMESTAMPTZ"),
            new Column("trade_date", "DATE"),
            new Column("price_basis", "VARCHAR"),
            new Column("close", "DECIMAL(18,8)"),
            new Column("volume", "BIGINT"),
            new Column("valid", "BOOLEAN"),
            new Column("complete", "BOOLEAN"),
            new Column("deleted", "BOOLEAN"),
            new Column("revision", "INTEGER"));
    private static final List<Column> ALERT = List.of(
            new Column("alert_id", "VARCHAR"),
            new Column("symbol", "VARCHAR"),
            new Column("trade_date", "DATE"),
            new Column("kind", "VARCHAR"),
            new Column("state", "VARCHAR"),
            new Column("evidence", "MAP(VARCHAR, DOUBLE)"),
            new Column("replayed", "BOOLEAN"));

    private static final List<LakeSession> FILES = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private Path lake = Path.of("");
    private Path replayed = Path.of("");

    @BeforeAll
    static void files_are_written_by_one_session() {
        FILES.add(LakeSession.open(Path.of(System.getProperty("java.io.tmpdir"))));
    }

    @AfterAll
    static void close() {
        FILES.forEach(LakeSession::close);
    }

    @BeforeEach
    void both_sides_hold_the_same_three_bars() {
        lake = folder.resolve("lake");
        replayed = folder.resolve("replayed");
        both("bars", bar("AAPL", "1m", 30, "100.5", 7));
        both("bars", bar("AAPL", "1m", 31, "100.6", 8));
        both("bars", bar("AAPL", "1d", 30, "100.6", 15));
        lake("daily_bars", bar("AAPL", "1d", 30, "100.6", 15));
    }

    @Test
    void the_same_rows_in_another_order_have_the_same_hash() {
        lake("bars", bar("MSFT", "1m", 30, "50", 1));
        lake("bars", bar("MSFT", "1m", 31, "51", 2));
        ours("bars", 10, bar("MSFT", "1m", 31, "51", 2));
        ours("bars", 11, bar("MSFT", "1m", 30, "50", 1));

        assertThat(unequal()).isEmpty();
    }

    @Test
    void a_cell_that_differs_is_named_with_both_values() {
        ours("bars", 9, bar("AAPL", "1m", 31, "100.7", 8));

        assertThat(unequal()).containsExactly("silver.bars");
        assertThat(differences("silver.bars"))
                .containsExactly(
                        "silver.bars [AAPL 1m 2019-02-11 14:31:00+00 RAW] close: lake 100.60000000, replayed 100.70000000");
    }

    @Test
    void a_value_that_is_absent_differs_from_every_value() {
        ours("bars", 9, bar("AAPL", "1m", 31, "100.6", null));

        assertThat(differences("silver.bars")).singleElement().asString().endsWith("volume: lake 8, replayed null");
    }

    @Test
    void bookkeeping_may_differ() {
        ours("bars", 9, bar("AAPL", "1m", 31, "100.6", 8).replace("0 AS revision", "5 AS revision"));

        assertThat(unequal()).isEmpty();
    }

    @Test
    void of_several_records_of_a_key_the_last_one_counts_and_a_withdrawal_takes_the_row_away() {
        ours("bars", 8, bar("AAPL", "1m", 31, "1", 8));
        ours("bars", 9, bar("AAPL", "1m", 31, "100.6", 8));
        assertThat(unequal()).isEmpty();

        ours("bars", 10, bar("AAPL", "1m", 31, "100.6", 8).replace("false AS deleted", "true AS deleted"));
        assertThat(differences("silver.bars"))
                .singleElement()
                .asString()
                .endsWith("is in the lake, the replay does not yield it");
    }

    @Test
    void dates_and_symbols_outside_do_not_count() {
        ours("bars", 9, bar("AAPL", "1m", 31, "9", 9).replace("2019-02-11' AS trade", "2019-02-18' AS trade"));

        assertThat(unequal()).isEmpty();
    }

    @Test
    void only_standing_alerts_count_and_their_evidence_in_any_order() {
        both(
                "alerts",
                alert("spike", "RAISED", "{'a': 1.0, 'b': 2.0}").replace("false AS replayed", "true AS replayed"));
        lake("alerts", alert("gone", "RETRACTED", "{'a': 1.0}"));
        lake("alerts", alert("stale", "RAISED", "{'a': 1.0}").replace("VOLUME_SPIKE", "STALE_FEED"));
        ours("alerts", 9, alert("spike", "RAISED", "{'b': 2.0, 'a': 1.0}"));

        assertThat(unequal()).isEmpty();
    }

    @Test
    void a_daily_bar_that_is_no_longer_valid_leaves_gold() {
        ours("bars", 9, bar("AAPL", "1d", 30, "100.6", 15).replace("true AS valid", "false AS valid"));

        assertThat(unequal()).containsExactly("silver.bars", "gold.daily_bars");
    }

    @Test
    void what_differs_is_handed_over_day_by_day() {
        ours("bars", 9, bar("AAPL", "1m", 31, "100.7", 8));
        lake("bars", bar("MSFT", "1m", 30, "50", 1));
        List<String> changes = new ArrayList<>();
        ChangeTaker taker = new ChangeTaker() {
            @Override
            public void replaced(ComparedTable table, byte[] value) {
                changes.add("replaced " + new String(value, StandardCharsets.UTF_8));
            }

            @Override
            public void withdrawn(ComparedTable table, LakeRow row) {
                changes.add("withdrawn " + row.text("symbol") + " " + row.instant("open_time"));
            }
        };
        try (Comparison comparison = comparison()) {
            LocalDate monday = LocalDate.of(2019, 2, 11);
            assertThat(comparison.days()).containsExactly(new Day("AAPL", monday), new Day("MSFT", monday));
            comparison.changes(new Day("AAPL", monday), taker);
            comparison.changes(new Day("MSFT", monday), taker);
        }
        assertThat(changes).containsExactly("replaced record 9", "withdrawn MSFT 2019-02-11T14:30:00Z");
    }

    @Test
    void a_lake_without_a_table_is_named() {
        assertThatThrownBy(() -> Comparison.of(name -> Optional.empty(), replayed, WEEK, folder))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("the lake has no silver.bars");
    }

    private List<String> unequal() {
        try (Comparison comparison = comparison()) {
            return comparison.outcomes().stream()
                    .filter(outcome -> !outcome.isEqual())
                    .map(outcome -> outcome.table().name())
                    .toList();
        }
    }

    private List<String> differences(String table) {
        try (Comparison comparison = comparison()) {
            return comparison.differences(ComparedTable.ALL.stream()
                    .filter(one -> one.name().equals(table))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private Comparison comparison() {
        return Comparison.of(
                name -> {
                    String word = name.substring(name.indexOf('.') + 1);
                    List<Column> columns = name.endsWith("alerts") ? ALERT : BAR;
                    return Optional.of(new LiveTable(name, columns, List.of(), JobFolder.files(lake.resolve(word))));
                },
                replayed,
                WEEK,
                folder.resolve("spill"));
    }

    private void both(String table, String row) {
        lake(table, row);
        ours(table, JobFolder.files(replayed.resolve(table)).size(), row);
    }

    private void lake(String table, String row) {
        write(lake.resolve(table), row);
    }

    private void ours(String table, int offset, String row) {
        write(
                replayed.resolve(table),
                row + ", " + offset + "::BIGINT AS kafka_offset, 'record " + offset + "'::BLOB AS value");
    }

    private void write(Path table, String row) {
        try {
            Files.createDirectories(table);
            Path file = table.resolve("part-" + (1_000 + JobFolder.files(table).size()) + ".parquet");
            FILES.getFirst()
                    .run("COPY (SELECT " + row + ") TO " + LakeSession.text(file.toString()) + " (FORMAT parquet)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bar(String symbol, String interval, int minute, String close, @Nullable Integer volume) {
        return Stream.of(
                        "'" + symbol + "' AS symbol",
                        "'" + interval + "' AS \"interval\"",
                        "TIMESTAMPTZ '2019-02-11T14:" + minute + ":00Z' AS open_time",
                        "DATE '2019-02-11' AS trade_date",
                        "'RAW' AS price_basis",
                        close + "::DECIMAL(18,8) AS close",
                        volume + "::BIGINT AS volume",
                        "true AS valid",
                        "true AS complete",
                        "false AS deleted",
                        "0 AS revision")
                .collect(Collectors.joining(", "));
    }

    private static String alert(String id, String state, String evidence) {
        return "'" + id + "' AS alert_id, 'AAPL' AS symbol, DATE '2019-02-11' AS trade_date, 'VOLUME_SPIKE' AS kind, '"
                + state + "' AS state, MAP " + evidence + " AS evidence, false AS replayed";
    }
}
