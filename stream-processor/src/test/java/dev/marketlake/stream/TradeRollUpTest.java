package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.parse.Payloads;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Blueprint step 5: trades to one-minute bars, which stand where no source sends the bar. */
class TradeRollUpTest {
    private static final String FIRST = "2019-02-15T15:00:01Z";

    @Test
    void the_trades_of_a_minute_fold_to_its_bar() {
        try (MarketDriver market = market()) {
            market.pipe(trade("2019-02-15T15:00:30.000Z", "101.5", 20, 5))
                    .pipe(trade("2019-02-15T15:00:59.999Z", "100.5", 30, 60))
                    .pipe(trade(FIRST, "101", 10, 2))
                    .pipe(trade("2019-02-15T15:00:40Z", "99.25", 1, 7))
                    .pipe(trade("2019-02-15T15:01:00Z", "500", 7, 61))
                    .flush();

            Bar minute = minutes(market).firstEntry().getValue();
            assertThat(List.of(minute.getOpen(), minute.getHigh(), minute.getLow(), minute.getClose()))
                    .extracting(price -> price.stripTrailingZeros().toPlainString())
                    .containsExactly("101", "101.5", "99.25", "100.5");
            assertThat(minute.getVolume()).isEqualTo(61);
            assertThat(minute.getChildCount()).isEqualTo(4);
            assertThat(minute.getSource()).isEqualTo("DERIVED");
            assertThat(minute.getComplete() && minute.getValid()).isTrue();
            assertThat(minute.getSession()).isEqualTo("REGULAR");
            assertThat(minute.getObservedAt()).isEqualTo("2019-02-15T15:01:00Z");
            assertThat(minute.getLineage().getOffset()).as("the last of them").isEqualTo(1);
        }
    }

    @Test
    void a_trade_that_comes_late_sends_the_minute_again_and_one_known_already_does_not() {
        try (MarketDriver market = market()) {
            market.pipe(trade(FIRST, "101", 10, 2)).flush();
            market.pipe(trade(FIRST, "101", 10, 9)).flush();
            market.pipe(trade("2019-02-15T15:00:20Z", "102", 5, 25)).flush();

            assertThat(market.bars().stream().filter(bar -> bar.getInterval().equals("1m")))
                    .extracting(Bar::getVolume)
                    .containsExactly(10L, 15L);
        }
    }

    @Test
    void what_a_source_says_of_the_minute_stands_before_it_whichever_comes_first() {
        Raw said = Raw.minute("AAPL", "2019-02-15 10:00", 100, 999);
        try (MarketDriver market = market()) {
            market.pipe(trade(FIRST, "101", 10, 2)).flush().pipe(said).flush();
            market.pipe(trade("2019-02-15T15:00:20Z", "102", 5, 25)).flush();

            Bar minute = minutes(market).firstEntry().getValue();
            assertThat(minute.getSource()).isEqualTo("ALPHA_VANTAGE");
            assertThat(minute.getVolume()).isEqualTo(999);
            assertThat(minute.getChildCount()).isNull();
            assertThat(market.alerts()).isEmpty();
        }
    }

    @Test
    void days_are_folded_from_it_as_from_any_minute() {
        try (MarketDriver market = market()) {
            market.pipe(trade(FIRST, "101", 10, 2))
                    .pipe(Raw.minute("AAPL", "2019-02-15 10:01", 100, 30))
                    .flush();

            Bar day = market.bars().stream()
                    .filter(bar -> bar.getInterval().equals("1d"))
                    .toList()
                    .getLast();
            assertThat(day.getVolume()).isEqualTo(40);
            assertThat(day.getChildCount()).isEqualTo(2);
            assertThat(day.getOpen()).isEqualByComparingTo("101");
        }
    }

    @Test
    void trades_of_two_sources_are_not_added_up() {
        RawQuote other = RawQuote.newBuilder(trade(FIRST, "101", 10, 2))
                .setSource("SIMULATOR")
                .build();
        try (MarketDriver market = market()) {
            market.pipe(other).pipe(trade(FIRST, "101", 10, 2)).flush();

            assertThat(minutes(market).values()).extracting(Bar::getVolume).containsExactly(10L);
        }
    }

    private static MarketDriver market() {
        return new MarketDriver(Spike.NO_RULES, "AAPL");
    }

    /** @param seconds after the full minute of 10:00 in New York that it was observed */
    private static RawQuote trade(String time, String price, int size, int seconds) {
        Instant observedAt = Instant.parse("2019-02-15T15:00:00Z").plusSeconds(seconds);
        RawQuote quote = Payloads.with(
                Payloads.FINNHUB_TRADE,
                "1628238530221",
                Long.toString(Instant.parse(time).toEpochMilli()));
        RawQuote priced = Payloads.with(quote, "146.76", price);
        return RawQuote.newBuilder(Payloads.with(priced, "\"v\":43", "\"v\":" + size))
                .setObservedAt(observedAt)
                .setRequestId("request-" + seconds)
                .build();
    }

    /** The minutes as they stand, by open time. */
    private static TreeMap<String, Bar> minutes(MarketDriver market) {
        TreeMap<String, Bar> last = new TreeMap<>();
        market.bars().stream()
                .filter(bar -> bar.getInterval().equals("1m"))
                .forEach(bar -> last.put(bar.getOpenTime().toString(), bar));
        return last;
    }
}
