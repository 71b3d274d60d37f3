package dev.marketlake.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.ledger.SmallLedger;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.RawQuote;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.topics.Topics;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Commands that ask a running suite, against a real broker and registry. */
class RunningSuiteCommandsTest {
    private static final Instant NOON = Instant.parse("2026-06-02T12:00:00Z");
    private static final byte[] KEY = "NOPE".getBytes(StandardCharsets.UTF_8);
    private static final byte[] POISON = {9, 8, 7};

    @TempDir
    Path folder = Path.of("");

    /** What a command said. */
    private record Said(int exitCode, String out, String err) {}

    @Test
    void the_ledger_balances_with_the_topic_or_says_by_how_much_it_does_not() throws Exception {
        try (var suite = SmallSuite.start(folder)) {
            var id = suite.rawTopicId();
            for (int i = 0; i < 3; i++) {
                suite.append(Topics.RAW, 1, KEY, POISON);
            }
            book(suite, SmallLedger.counts(id, 1, "AAPL", NOON, 1, 1), SmallLedger.position(id, 1, 0, 2));

            var behind = run("ledger", "--by", "symbol");
            assertThat(behind.exitCode()).as(behind.toString()).isZero();
            assertThat(behind.out())
                    .containsPattern("AAPL +1 +0 +0 +0 +1 +0 +2\\n")
                    .containsPattern("market.raw-1 +2 +0 +2 +3 +1\\n")
                    .contains("balances; 1 raw records wait to be counted");

            var waiting = CompletableFuture.supplyAsync(() -> run("ledger", "--wait", "--json"));
            assertThat(waiting).isNotDone();
            book(suite, SmallLedger.counts(id, 1, "AAPL", NOON, 2, 1), SmallLedger.position(id, 1, 0, 3));
            var caughtUp = waiting.get(1, TimeUnit.MINUTES);
            assertThat(caughtUp.exitCode()).as(caughtUp.toString()).isZero();
            var json = JsonMapper.shared().readTree(caughtUp.out());
            assertThat(json.at("/balances").asBoolean()).isTrue();
            assertThat(json.at("/lag").asLong()).isZero();
            assertThat(json.at("/total/accepted").asLong()).isEqualTo(2);
            assertThat(json.at("/lines/0/of").asString()).isEqualTo("FINNHUB");

            book(suite, SmallLedger.counts(id, 1, "AAPL", NOON, 1, 1));
            var short1 = run("ledger");
            assertThat(short1.exitCode()).isEqualTo(1);
            assertThat(short1.out())
                    .contains("does not balance: market.raw-1 (topic id " + id
                            + "): the columns sum to 2, offsets 0 to 3 are 3: 1 not accounted for");
        }
    }

    @Test
    void rejected_records_are_listed_shown_and_sent_again_once() throws Exception {
        try (var suite = SmallSuite.start(folder)) {
            var id = suite.rawTopicId();
            int partition = Utils.toPositive(Utils.murmur2(KEY)) % 4;
            var value = suite.bytes(Topics.RAW, quote());
            suite.append(Topics.RAW, partition, KEY, value);
            suite.append(Topics.RAW, 3, null, POISON);
            var unknown = "market.raw-" + partition + "-0";
            reject(suite, id, partition, KEY, value, "UNKNOWN_SYMBOL", 1);
            reject(suite, id, 3, null, POISON, "UNDECODABLE", 2);

            var list = run("rejected", "list");
            assertThat(list.exitCode()).as(list.toString()).isZero();
            assertThat(list.out().indexOf("UNDECODABLE"))
                    .as("newest first")
                    .isPositive()
                    .isLessThan(list.out().indexOf("UNKNOWN_SYMBOL"));
            assertThat(run("rejected", "list", "--limit", "1").out())
                    .contains("1 row")
                    .doesNotContain("UNKNOWN_SYMBOL");
            assertThat(run("rejected", "list", "--reason", "unknown_symbol", "--json")
                            .out())
                    .contains("\"position\":\"" + unknown + "\"")
                    .doesNotContain("UNDECODABLE");
            assertThat(run("rejected", "list", "--since", NOON.plusSeconds(2).toString())
                            .out())
                    .doesNotContain("UNKNOWN_SYMBOL");

            var page = run("rejected", "show", unknown);
            assertThat(page.exitCode()).as(page.toString()).isZero();
            assertThat(page.out())
                    .contains("UNKNOWN_SYMBOL: Add the symbol to config/symbols.yml", "payload: {\"c\":1}", "|")
                    .contains("NOPE");
            assertThat(run("rejected", "show", "market.raw-0-77").err()).contains("is not in market.rejected");

            var dry = run("rejected", "resubmit", unknown, "--dry-run");
            assertThat(dry.exitCode()).as(dry.toString()).isZero();
            assertThat(dry.out()).contains(unknown + " would be sent");
            assertThat(suite.raw(partition)).hasSize(1);

            var sent = run("rejected", "resubmit", unknown);
            assertThat(sent.exitCode()).as(sent.toString()).isZero();
            assertThat(sent.out()).contains(unknown + " is now market.raw-" + partition + "-1");
            var copy = suite.raw(partition).getLast();
            assertThat(copy.key()).isEqualTo(KEY);
            assertThat(copy.value()).isEqualTo(value);
            assertThat(copy.headers().lastHeader("marketlake-resubmitted-from").value())
                    .asString()
                    .isEqualTo(id + "-" + partition + "-0");

            var twice = run("rejected", "resubmit", unknown);
            assertThat(twice.exitCode()).isEqualTo(1);
            assertThat(twice.out()).contains("was sent again before");
            assertThat(suite.raw(partition)).hasSize(2);
            assertThat(run("rejected", "resubmit", unknown, "--again").exitCode())
                    .isZero();
            assertThat(suite.raw(partition)).hasSize(3);

            var rest = run("rejected", "resubmit", "--since", NOON.toString());
            assertThat(rest.exitCode()).as(rest.toString()).isZero();
            assertThat(rest.out()).contains("market.raw-3-0 is now market.raw-3-1", "1 sent again, 1 not");
            assertThat(suite.raw(3).getLast().key()).isNull();
            assertThat(suite.raw(3).getLast().value()).isEqualTo(POISON);
            assertThat(run("rejected", "resubmit", "market.raw-0-77").out())
                    .contains("market.raw-0-77 is not in market.rejected");
        }
    }

    private static void book(SmallSuite suite, LedgerEntry... entries) throws Exception {
        for (var entry : entries) {
            suite.append(
                    Topics.LEDGER,
                    0,
                    entry.getEntry().getBytes(StandardCharsets.UTF_8),
                    suite.bytes(Topics.LEDGER, entry));
        }
    }

    private static RawQuote quote() {
        return new RawQuote("FINNHUB", "QUOTE", "NOPE", null, "{\"c\":1}", NOON, "request", 0);
    }

    private static void reject(
            SmallSuite suite, String id, int partition, byte @Nullable [] key, byte[] value, String reason, int second)
            throws Exception {
        var row = new RejectedQuote();
        row.setPosition(new RawPosition(id, partition, 0L));
        row.setRawTimestamp(NOON);
        row.setKey(key == null ? null : ByteBuffer.wrap(key));
        row.setValue(ByteBuffer.wrap(value));
        row.setReasons(List.of(reason));
        row.setMessage("It cannot be used.");
        row.setRejectedAt(NOON.plusSeconds(second));
        suite.append(Topics.REJECTED, partition, null, suite.bytes(Topics.REJECTED, row));
    }

    private Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = Marketlake.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Arrays.stream(arguments), Stream.of("--data", folder.toString()))
                        .toArray(String[]::new));
        return new Said(exitCode, out.toString(), err.toString());
    }
}
