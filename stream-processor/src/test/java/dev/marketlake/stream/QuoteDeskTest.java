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
    private static final Watchlist WATCHLIST = Watchlist.of("AAPL");
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

    private static QuoteDesk desk(BarSeriesStore store, List<RawQuote> decoded) {
        StreamSettings settings = Settings.minutesAndDays();
        BookRules rules = settings.bookRules(WATCHLIST, () -> Spike.NO_RULES);
        BarBook bars = new BarBook(rules, store);
        KeyValueStore<Bytes, byte[]> quotes =
                Stores.inMemoryKeyValueStore("quotes").get();
        TradeMinutes minutes = new TradeMinutes(rules, quotes, bars);
        return new QuoteDesk(
                new RawDecoding(
                        "market.raw",
                        (topic, bytes) -> decoded.removeFirst(),
                        new RegistryPatience(Duration.ZERO, 1, wait -> {})),
                new Parsing(WATCHLIST, settings.tolerance()),
                bars,
                new QuoteBook(rules, quotes, minutes),
                minutes,
                new FactBook(
                        rules,
                        Stores.inMemoryKeyValueStore("fundamentals").get(),
                        Stores.inMemoryKeyValueStore("corporate-actions").get()),
                new Ledger(Stores.inMemoryKeyValueStore("ledger").get()),
                new StreamMeters(new SimpleMeterRegistry()));
    }
}
