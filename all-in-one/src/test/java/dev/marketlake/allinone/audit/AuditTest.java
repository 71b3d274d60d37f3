package dev.marketlake.allinone.audit;

import static dev.marketlake.allinone.audit.SmallLake.BARS;
import static dev.marketlake.allinone.audit.SmallLake.RAW;
import static dev.marketlake.allinone.audit.SmallLake.bar;
import static dev.marketlake.allinone.audit.SmallLake.raw;
import static dev.marketlake.allinone.audit.SmallLake.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.audit.Difference.Check;
import dev.marketlake.allinone.audit.Evidence.Answer;
import dev.marketlake.allinone.ledger.SmallLedger;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.events.RawPosition;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each property that an audit claims, falsified once. */
class AuditTest {
    @TempDir
    static Path folder = Path.of("");

    private static SmallLake small;

    private Duration grace = Duration.ZERO;
    private Evidence evidence = Evidence.NONE;
    private Map<String, Long> skipTo = Map.of();

    @BeforeAll
    static void start() {
        small = SmallLake.start(folder);
    }

    @AfterAll
    static void stop() {
        small.close();
    }

    @BeforeEach
    void a_whole_lake_with_an_older_version() throws StoreFailure {
        small.anew();
        small.append(
                Tables.RAW_QUOTES, List.of(upTo(RAW, 0, -1, 2), upTo(RAW, 1, -1, 1)), raw(0, 0), raw(0, 1), raw(1, 0));
        small.append(Tables.RAW_QUOTES, List.of(upTo(RAW, 0, 2, 4)), raw(0, 2), raw(0, 3));
        small.append(Tables.BARS, List.of(upTo(BARS, 0, -1, 1)), bar("AAPL", 0, 0, from(0, 1)));
        small.rewrite(
                Tables.BARS,
                List.of(upTo(BARS, 0, 1, 3)),
                bar("AAPL", 0, 0, from(0, 1)),
                bar("AAPL", 1, 2, from(1, 0)));
    }

    private static RawPosition from(int partition, long offset) {
        return new RawPosition(RAW, partition, offset);
    }

    private Certificate audit() {
        try (Lake lake = small.lake()) {
            return new Audit(lake, evidence, skipTo, grace)
                    .certificate(Clock.systemUTC().instant(), folder.resolve("spill"));
        }
    }

    private static void differs(Certificate certificate, Check check, String said) {
        assertThat(certificate.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.check()).isEqualTo(check);
            assertThat(difference.said()).contains(said);
        });
    }

    @Test
    void a_whole_lake_is_certified_with_its_figures() {
        Certificate certificate = audit();

        assertThat(certificate.differences()).isEmpty();
        assertThat(certificate.sources())
                .extracting(source -> source.partition() + ": " + source.first() + " to " + source.watermark())
                .containsExactly("0: 0 to 4", "1: 0 to 1");
        assertThat(certificate.tables())
                .extracting(line -> line.table() + " " + line.version() + " " + line.rows() + " " + line.older())
                .containsExactly("bronze.raw_quotes 2 5 0", "silver.bars 2 2 1");
    }

    @Test
    void the_content_of_a_table_does_not_depend_on_how_its_rows_lie_in_files() throws StoreFailure {
        String before = audit().tables().getLast().content();

        small.rewrite(
                Tables.BARS,
                List.of(upTo(BARS, 0, 3, 9)),
                bar("AAPL", 1, 8, from(0, 0)),
                bar("AAPL", 0, 7, from(0, 1)));
        assertThat(audit().tables().getLast().content()).isEqualTo(before);

        small.rewrite(Tables.BARS, List.of(upTo(BARS, 0, 9, 10)), bar("AAPL", 1, 8, from(0, 0)));
        assertThat(audit().tables().getLast().content()).isNotEqualTo(before);
    }

    @Test
    void a_bronze_row_that_is_gone_is_named() throws StoreFailure {
        small.rewrite(
                Tables.RAW_QUOTES, List.of(upTo(RAW, 1, 1, 2)), raw(0, 0), raw(0, 1), raw(0, 3), raw(1, 0), raw(1, 1));

        differs(audit(), Check.OFFSETS, "offsets 2 to 2 of " + RAW + "-0 have no row");
    }

    @Test
    void the_last_bronze_rows_are_missed_as_well() throws StoreFailure {
        small.append(Tables.RAW_QUOTES, List.of(upTo(RAW, 0, 4, 6)), raw(0, 4));

        differs(audit(), Check.OFFSETS, "offsets 5 to 5 of " + RAW + "-0 have no row");
    }

    @Test
    void the_first_bronze_rows_are_missed_unless_the_ledger_begins_there() throws StoreFailure {
        small.rewrite(
                Tables.RAW_QUOTES, List.of(upTo(RAW, 1, 1, 2)), raw(0, 1), raw(0, 2), raw(0, 3), raw(1, 0), raw(1, 1));
        differs(audit(), Check.OFFSETS, "offsets 0 to 0 of " + RAW + "-0 have no row: neither Kafka nor the ledger");

        ledger(1);
        assertThat(audit().differences()).isEmpty();
        assertThat(audit().notes()).singleElement().asString().contains("begins at offset 1");
    }

    @Test
    void first_rows_that_the_ledger_counted_are_missed() throws StoreFailure {
        small.rewrite(
                Tables.RAW_QUOTES, List.of(upTo(RAW, 1, 1, 2)), raw(0, 1), raw(0, 2), raw(0, 3), raw(1, 0), raw(1, 1));
        ledger(0);

        differs(audit(), Check.OFFSETS, "the ledger has counted them");
    }

    private static void ledger(long first) throws StoreFailure {
        small.append(
                Tables.LEDGER,
                List.of(upTo("ledgerTopicId", 0, -1, 1)),
                new SmallLake.Taken("ledgerTopicId", 0, 0, SmallLedger.position(RAW, 0, first, 4)));
    }

    @Test
    void offsets_that_held_no_record_need_no_row() throws StoreFailure {
        small.append(Tables.RAW_QUOTES, List.of(upTo(RAW, 0, 4, 7)), raw(0, 5));
        evidence = saying(Answer.NOTHING);

        Certificate certificate = audit();

        assertThat(certificate.differences()).isEmpty();
        assertThat(certificate.sources().getFirst().between()).isEqualTo(2);
    }

    @Test
    void offsets_that_kafka_has_or_cannot_tell_of_any_more_need_one() throws StoreFailure {
        small.append(Tables.RAW_QUOTES, List.of(upTo(RAW, 0, 4, 6)), raw(0, 5));

        evidence = saying(Answer.RECORDS);
        differs(audit(), Check.OFFSETS, "Kafka has records there");
        evidence = saying(Answer.EXPIRED);
        differs(audit(), Check.OFFSETS, "Kafka no longer has them");
        skipTo = Map.of(RAW + "-0", 5L);
        assertThat(audit().differences()).isEmpty();
    }

    private static Evidence saying(Answer answer) {
        return new Evidence() {
            @Override
            public Answer about(Source source, long from, long to) {
                return answer;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void a_bronze_row_that_is_there_twice_is_named() throws StoreFailure {
        small.append(Tables.RAW_QUOTES, List.of(upTo(RAW, 0, 4, 5)), raw(0, 3), raw(0, 4));

        differs(audit(), Check.OFFSETS, "1 rows too many of " + RAW + "-0, such as offset 3 2 times");
    }

    @Test
    void a_row_from_beyond_the_watermark_is_named() throws StoreFailure {
        small.append(Tables.BARS, List.of(upTo(BARS, 0, 3, 4)), bar("MSFT", 0, 4, from(0, 0)));

        differs(
                audit(),
                Check.WATERMARKS,
                "1 rows come from beyond what the log has taken, such as " + BARS + "-0 offset 4");
    }

    @Test
    void a_key_with_two_rows_is_named() throws StoreFailure {
        small.append(Tables.BARS, List.of(upTo(BARS, 0, 3, 4)), bar("AAPL", 1, 3, from(0, 0)));

        differs(audit(), Check.KEYS, "1 rows too many under 1 keys, such as [AAPL 1m 2019-02-15 14:31:00+00 RAW]");
    }

    @Test
    void a_row_that_rests_on_a_raw_record_that_never_was_is_named() throws StoreFailure {
        small.append(
                Tables.BARS, List.of(upTo(BARS, 0, 3, 4)), bar("MSFT", 0, 3, new RawPosition("otherTopicId", 0, 0L)));

        differs(audit(), Check.LINEAGE, "such as otherTopicId-0 offset 0");
    }

    @Test
    void a_row_that_rests_on_a_raw_record_which_bronze_is_yet_to_take_is_ahead() throws StoreFailure {
        small.append(Tables.BARS, List.of(upTo(BARS, 0, 3, 4)), bar("MSFT", 0, 3, from(0, 4)));

        Certificate certificate = audit();

        assertThat(certificate.differences()).isEmpty();
        assertThat(certificate.tables().getLast().ahead()).isEqualTo(1);
    }

    @Test
    void a_live_file_that_is_gone_or_was_changed_is_named() throws StoreFailure {
        var live = small.delta()
                .read("silver/bars")
                .orElseThrow()
                .files()
                .iterator()
                .next();
        String key = "silver/bars/" + live.path();
        byte[] content = small.store().get(key);

        small.store().put(key, new byte[] {1});
        differs(audit(), Check.FILES, "has 1 bytes, the log says " + content.length);
        small.store().delete(key);
        differs(audit(), Check.FILES, "1 live files are not in the store: " + key);
    }

    @Test
    void an_object_of_no_version_is_named_once_it_is_old_enough() throws StoreFailure {
        small.store().put("silver/bars/symbol=AAPL/trade_date=2019-02-15/part-left.parquet", new byte[] {1});

        differs(audit(), Check.FILES, "1 objects belong to no version");
        grace = Duration.ofHours(1);
        assertThat(audit().differences()).isEmpty();
    }

    @Test
    void a_lake_without_bronze_is_not_whole() throws StoreFailure {
        small.anew();

        differs(audit(), Check.OFFSETS, "there is no such table");
    }
}
