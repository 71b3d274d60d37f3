package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.RawQuote;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.stream.book.BarBook;
import dev.marketlake.stream.book.BookRules;
import dev.marketlake.stream.book.FactBook;
import dev.marketlake.stream.book.QuoteBook;
import dev.marketlake.stream.book.SlowBooks;
import dev.marketlake.stream.book.TradeMinutes;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.intake.Arrival;
import dev.marketlake.stream.intake.RawDecoding;
import dev.marketlake.stream.intake.RegistryPatience;
import dev.marketlake.stream.ledger.Ledger;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.stream.series.BarSeriesStore;
import dev.marketlake.stream.series.LoggedBars;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class QuoteDeskTest {
    private static final Watchlist WATCHLIST = Watchlist.of("AAPL", "MSFT");
    private static final BookRules RULES = Settings.minutesAndDays().bookRules(WATCHLIST, () -> Spike.NO_RULES);
    private static final byte[] KEY = "AAPL".getBytes(StandardCharsets.UTF_8);

    @Test
    void an_exception_nobody_foresaw_rejects_the_record_with_its_message_and_the_next_one_is_taken() {
        RawQuote good = Raw.minute("AAPL", "2019-02-15 10:00", 100, 1).quote();
        RawQuote impossible = Raw.minute("AAPL", "2019-02-15 10:01", 100, 1).quote();
        impossible.setPayload(null);
        List<RawQuote> decoded = new ArrayList<>(List.of(impossible, good));
        List<Row> sent = new ArrayList<>();
        Effects effects = new Effects();
        LoggedBars bars = new LoggedBars(WATCHLIST, Settings.minutesAndDays()::depth);
        QuoteDesk desk = desk(bars.store(), decoded);

        for (int offset = 0; offset < 2; offset++) {
            effects.begin(0);
            desk.take(new Arrival(KEY, new byte[] {0, 0, 0, 0, 1}, 0, new Origin("topic", 0, offset)), effects);
            desk.flush(effects);
            effects.release(bars.store(), sent::add);
        }

        assertThat(sent)
                .extracting(Row::value)
                .filteredOn(RejectedQuote.class::isInstance)
                .singleElement()
                .satisfies(row -> {
                    RejectedQuote rejected = (RejectedQuote) row;
                    assertThat(rejected.getReasons()).containsExactly("UNEXPECTED");
                    assertThat(rejected.getMessage()).contains("Exception");
                });
        assertThat(sent).extracting(row -> row.topic().name()).contains("market.bars");
        LedgerEntry last = (LedgerEntry) sent.stream()
                .map(Row::value)
                .filter(row ->
                        row instanceof LedgerEntry entry && entry.getKind().equals("COUNTS"))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(last.getRejected()).isEqualTo(1);
        assertThat(last.getAccepted()).isEqualTo(1);
    }

    @Test
    void a_record_that_comes_again_after_its_transaction_changes_nothing() {
        RawQuote good = Raw.minute("AAPL", "2019-02-15 10:00", 100, 1).quote();
        List<RawQuote> decoded = new ArrayList<>(List.of(good, good));
        List<Row> sent = new ArrayList<>();
        Effects effects = new Effects();
        LoggedBars bars = new LoggedBars(WATCHLIST, Settings.minutesAndDays()::depth);
        QuoteDesk desk = desk(bars.store(), decoded);
        for (int time = 0; time < 2; time++) {
            sent.clear();
            effects.begin(0);
            desk.take(new Arrival(KEY, new byte[] {0, 0, 0, 0, 1}, 0, new Origin("topic", 0, 7)), effects);
            desk.flush(effects);
            effects.release(bars.store(), sent::add);
        }

        assertThat(sent).isEmpty();
        assertThat(decoded).as("the second was not even decoded").hasSize(1);
    }

    /** Its positions say that everything derived from what they cover is out. */
    @Test
    void the_ledger_waits_until_all_that_was_stored_has_been_gone_over() {
        LoggedBars bars = new LoggedBars(WATCHLIST, Settings.minutesAndDays()::depth);
        List<RawQuote> decoded = new ArrayList<>();
        QuoteDesk before = desk(bars.store(), decoded);
        take(before, "AAPL", 0, decoded, bars);
        take(before, "MSFT", 1, decoded, bars);
        bars.commit();
        QuoteDesk desk = desk(SlowBooks.of(RULES, bars.crash(), Duration.ofSeconds(1)), decoded);
        take(desk, "AAPL", 2, decoded, bars);

        assertThat(flushInTurn(desk, bars)).isEmpty();
        assertThat(flushInTurn(desk, bars)).contains("COUNTS", "POSITION");
    }

    private static void take(QuoteDesk desk, String symbol, int offset, List<RawQuote> decoded, LoggedBars bars) {
        decoded.add(Raw.minute(symbol, "2019-02-15 10:0" + offset, 100, 1).quote());
        Effects effects = new Effects();
        effects.begin(0);
        byte[] key = symbol.getBytes(StandardCharsets.UTF_8);
        desk.take(new Arrival(key, new byte[] {0, 0, 0, 0, 1}, 0, new Origin("topic", 0, offset)), effects);
        effects.release(bars.store(), row -> {});
    }

    /** Kinds of the ledger's rows that go out. */
    private static List<String> flushInTurn(QuoteDesk desk, LoggedBars bars) {
        List<String> kinds = new ArrayList<>();
        Effects effects = new Effects();
        effects.begin(0);
        desk.flushInTurn(effects);
        effects.release(bars.store(), row -> {
            if (row.value() instanceof LedgerEntry entry) {
                kinds.add(entry.getKind());
            }
        });
        return kinds;
    }

    private static QuoteDesk desk(BarSeriesStore store, List<RawQuote> decoded) {
        return desk(new BarBook(RULES, store), decoded);
    }

    private static QuoteDesk desk(BarBook bars, List<RawQuote> decoded) {
        StreamSettings settings = Settings.minutesAndDays();
        KeyValueStore<Bytes, byte[]> quotes =
                Stores.inMemoryKeyValueStore("quotes").get();
        TradeMinutes minutes = new TradeMinutes(RULES, quotes, bars);
        return new QuoteDesk(
                new RawDecoding(
                        "market.raw",
                        (topic, bytes) -> decoded.removeFirst(),
                        new RegistryPatience(Duration.ZERO, 1, wait -> {})),
                new Parsing(WATCHLIST, settings.tolerance()),
                bars,
                new QuoteBook(RULES, quotes, minutes),
                minutes,
                new FactBook(
                        RULES,
                        Stores.inMemoryKeyValueStore("fundamentals").get(),
                        Stores.inMemoryKeyValueStore("corporate-actions").get()),
                new Ledger(Stores.inMemoryKeyValueStore("ledger").get()),
                new StreamMeters(new SimpleMeterRegistry()));
    }
}
