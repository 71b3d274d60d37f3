package dev.marketlake.allinone.replay;

import static dev.marketlake.allinone.audit.SmallLake.BARS;
import static dev.marketlake.allinone.audit.SmallLake.RAW;
import static dev.marketlake.allinone.audit.SmallLake.bar;
import static dev.marketlake.allinone.audit.SmallLake.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.allinone.audit.SmallLake;
import dev.marketlake.allinone.audit.SmallLake.Taken;
import dev.marketlake.allinone.query.CsvRows;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.query.QueryRefused;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways in which the future could leak into an answer, beside the gathering and the job themselves. */
class KnownLakeTest {
    private static final LocalDate FRIDAY = LocalDate.of(2019, 2, 15);
    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00.000005Z");
    private static final KnownAt ASKED = new KnownAt(THEN, FRIDAY, FRIDAY, List.of("AAPL"));

    @TempDir
    private Path folder = Path.of("");

    private static final List<SmallLake> STARTED = new ArrayList<>();

    private final SmallLake small = STARTED.getFirst();
    private final Lake lake;

    KnownLakeTest() throws StoreFailure {
        lake = small.anew().lake(UUID.randomUUID().toString());
    }

    @BeforeAll
    static void a_store_runs(@TempDir Path store) {
        STARTED.add(SmallLake.start(store));
    }

    @AfterAll
    static void the_store_ends() {
        STARTED.forEach(SmallLake::close);
    }

    @BeforeEach
    void a_lake_holds_what_came_before_and_after_and_a_checkout_a_build() throws IOException, StoreFailure {
        small.append(
                Tables.RAW_QUOTES,
                List.of(upTo(RAW, 0, -1, 4)),
                raw("AAPL", 0, THEN.minusNanos(1_000)),
                raw("AAPL", 1, THEN),
                raw("AAPL", 2, THEN.plusNanos(1_000)),
                raw("MSFT", 3, THEN));
        var origin = new RawPosition(RAW, 0, 2L);
        small.append(Tables.BARS, List.of(upTo(BARS, 0, -1, 1)), bar("AAPL", 0, 0, origin));
        for (var table : List.of(Tables.INDICATORS, Tables.ALERTS, Tables.DAILY_BARS)) {
            small.append(table, List.of(upTo(BARS, 0, -1, 1)));
        }
        Files.createDirectories(folder.resolve("stream-processor/target"));
        Files.writeString(folder.resolve("stream-processor/target/stream-processor-1.jar"), "build 1");
        Files.writeString(folder.resolve("alerts.yml"), "rules: []");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void of_a_table_the_derived_rows_answer_and_never_those_of_today() {
        known();

        assertThat(answer("SELECT symbol, close FROM silver.bars ORDER BY open_time"))
                .isEqualTo("symbol,close\nAAPL,7.00000000\n");
        assertThat(answer("SELECT count(*) AS n FROM gold.alerts")).isEqualTo("n\n0\n");
        assertThat(answer("SELECT count(kafka_offset) AS n FROM bars")).isEqualTo("n\n0\n");
    }

    @Test
    void a_raw_record_observed_at_the_very_instant_was_known_and_one_a_microsecond_later_was_not() {
        known();

        assertThat(answer("SELECT kafka_offset FROM bronze.raw_quotes ORDER BY kafka_offset"))
                .isEqualTo("kafka_offset\n0\n1\n");
    }

    @Test
    void every_other_table_is_refused_by_name_with_what_can_be_asked_for_instead() {
        known();

        for (var table : List.of(
                "gold.performance", "silver.trades", "silver.fundamentals", "gold.market_view", "gold.ledger")) {
            assertThatThrownBy(() -> answer("SELECT * FROM " + table))
                    .isInstanceOf(QueryRefused.class)
                    .hasMessageStartingWith(table + " cannot be told as known at " + THEN)
                    .hasMessageContaining("--as-of " + THEN);
        }
        assertThat(answer("SELECT count(*) AS trades FROM silver.bars")).isEqualTo("trades\n1\n");
    }

    @Test
    void kept_rows_stay_good_until_a_raw_record_that_was_known_then_lands_late() throws StoreFailure {
        known();

        small.append(
                Tables.RAW_QUOTES,
                List.of(upTo(RAW, 0, 4, 6)),
                raw("AAPL", 4, THEN.plusSeconds(1)),
                raw("MSFT", 5, THEN));
        assertThat(KnownLake.kept(ASKED, folder, data(), folder, lake, Clock.systemUTC()))
                .isPresent();

        small.append(Tables.RAW_QUOTES, List.of(upTo(RAW, 0, 6, 7)), raw("AAPL", 6, THEN));
        assertThat(KnownLake.kept(ASKED, folder, data(), folder, lake, Clock.systemUTC()))
                .isEmpty();
    }

    @Test
    void rows_that_nobody_asked_for_in_a_month_are_forgotten_and_those_in_use_are_not() throws IOException {
        var unused = Files.createDirectories(data().known().resolve("unused"));
        Files.writeString(unused.resolve("silver.bars.parquet"), "rows");
        var used = Files.createDirectories(data().known().resolve("used"));
        for (var old : List.of(unused, used)) {
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        }
        assertThat(KnownFolder.of(data(), Clock.systemUTC()).use("used")).isTrue();

        known();

        assertThat(unused).doesNotExist();
        assertThat(used).isDirectory();
        assertThat(KnownFolder.of(data(), Clock.systemUTC()).use("never")).isFalse();
    }

    @Test
    void another_question_another_rule_and_another_build_have_rows_of_their_own() throws IOException {
        var keys = new HashSet<String>();
        keys.add(key(ASKED));
        keys.add(key(new KnownAt(THEN.plusNanos(1_000), FRIDAY, FRIDAY, List.of("AAPL"))));
        keys.add(key(new KnownAt(THEN, FRIDAY.minusDays(1), FRIDAY, List.of("AAPL"))));
        keys.add(key(new KnownAt(THEN, FRIDAY, FRIDAY.plusDays(1), List.of("AAPL"))));
        keys.add(key(new KnownAt(THEN, FRIDAY, FRIDAY, List.of("MSFT", "AAPL"))));
        Files.writeString(folder.resolve("alerts.yml"), "rules: [] # another");
        keys.add(key(ASKED));
        Files.writeString(folder.resolve("stream-processor/target/stream-processor-1.jar"), "build 2");
        keys.add(key(ASKED));
        assertThat(keys).hasSize(7);
        assertThat(key(new KnownAt(THEN, FRIDAY, FRIDAY, List.of("AAPL", "MSFT"))))
                .isEqualTo(key(new KnownAt(THEN, FRIDAY, FRIDAY, List.of("MSFT", "AAPL", "MSFT"))));
    }

    @Test
    void what_is_still_to_come_cannot_be_asked_for() {
        assertThatThrownBy(() -> ASKED.requireNotAheadOf(THEN.minusNanos(1_000)))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("cannot be told before");
        ASKED.requireNotAheadOf(THEN);
    }

    /** As a job would: of two records of a bar the later one stands, one was withdrawn, one lies outside the range. */
    private void known() {
        var replayed = folder.resolve("replayed");
        var bars = replayed.resolve("bars");
        try (var session = LakeSession.open(folder.resolve("spill"))) {
            Files.createDirectories(bars);
            session.run(
                    "COPY (SELECT 'AAPL' AS symbol, '1m' AS interval, 'RAW' AS price_basis, DATE '2019-02-15' + day AS trade_date,"
                            + " TIMESTAMPTZ '2019-02-15T14:30:00Z' + INTERVAL 1 MINUTE * minute AS open_time,"
                            + " close::DECIMAL(18,8) AS close, deleted, place::BIGINT AS kafka_offset FROM (VALUES"
                            + " (0, 0, 6, false, 0), (0, 0, 7, false, 1), (0, 1, 8, false, 2), (0, 1, NULL, true, 3), (1, 2, 9, false, 4))"
                            + " t(day, minute, close, deleted, place)) TO '" + bars.resolve("part-00000.parquet")
                            + "' (FORMAT parquet)");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        KnownFolder.of(data(), Clock.systemUTC())
                .keep(
                        key(ASKED),
                        name -> lake.live(name, file -> true),
                        replayed,
                        ASKED.request().scope(),
                        folder.resolve("spill"));
    }

    private String answer(String sql) {
        var text = new StringWriter();
        KnownLake.kept(ASKED, folder, data(), folder, lake, Clock.systemUTC())
                .orElseThrow()
                .query(sql, new CsvRows(new PrintWriter(text)));
        return text.toString().replace("\r\n", "\n");
    }

    private String key(KnownAt asked) {
        return KnownKey.of(asked, folder, data(), folder, lake);
    }

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    private static Taken raw(String symbol, long offset, Instant observedAt) {
        return new Taken(
                RAW, 0, offset, new RawQuote("FINNHUB", "QUOTE", symbol, null, "{}", observedAt, "request", 0));
    }
}
