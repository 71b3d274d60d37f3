package dev.marketlake.stream.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.CorporateActionContent;
import dev.marketlake.stream.observation.CorporateActionContent.Dividend;
import dev.marketlake.stream.observation.CorporateActionContent.Split;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.Refused;
import dev.marketlake.stream.observation.TradeObservation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderFeedsTest {
    private final Parsing parsing = new Parsing(Watchlist.of("AAPL"), Duration.ofMinutes(2));

    @ParameterizedTest
    @MethodSource("dev.marketlake.stream.parse.Payloads#all")
    void a_good_payload_of_every_feed_becomes_an_observation_without_violations_of_weight(RawQuote quote) {
        Parsed parsed = parsing.observation(quote);
        assertThat(parsed).isInstanceOf(Observation.class);
        assertThat(((Observation) parsed).notes().valid()).isTrue();
    }

    @Test
    void a_widened_float_of_yahoo_is_read_as_the_price_it_was() {
        BarObservation bar = bar(Payloads.YAHOO_DAY);
        assertThat(bar.content())
                .isEqualTo(new BarContent(7_406_000_000L, 7_515_000_000L, 7_379_750_000L, 7_508_750_000L, 135_480_400));
        assertThat(bar.notes().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "75.0875015258789, 75.0875",
        "13.237000465393066, 13.237",
        "131, 131",
        "1234567.125, 1234567.125", // has room as it is written, though 1234567.1 would be the same float
        "308.82, 308.82",
        "79.123456789012345, 79.123456789012345", // no float
    })
    void what_is_no_widened_float_stays_as_it_is(BigDecimal written, BigDecimal read) {
        assertThat(WidenedFloats.shortest(written)).isEqualByComparingTo(read);
    }

    @Test
    void daily_history_of_yahoo_finnhub_and_polygon_is_adjusted_for_splits_and_that_of_alpha_vantage_is_not() {
        assertThat(List.of(
                        bar(Payloads.YAHOO_DAY).basis(),
                        bar(Payloads.FINNHUB_DAY).basis(),
                        bar(Payloads.POLYGON_DAY).basis()))
                .containsOnly(PriceBasis.SPLIT);
        assertThat(List.of(
                        bar(Payloads.ALPHA_VANTAGE_DAY).basis(),
                        bar(Payloads.ALPHA_VANTAGE_ADJUSTED_DAY).basis(),
                        bar(Payloads.with(Payloads.POLYGON_DAY, "true", "false"))
                                .basis()))
                .containsOnly(PriceBasis.RAW);
    }

    @Test
    void minutes_are_as_traded_unless_the_payload_says_that_a_split_came_after_them() {
        assertThat(bar(Payloads.YAHOO_MINUTE).basis()).isEqualTo(PriceBasis.RAW);
        assertThat(bar(Payloads.with(Payloads.YAHOO_MINUTE, "RAW", "SPLIT")).basis())
                .isEqualTo(PriceBasis.SPLIT);
        assertThat(bar(Payloads.FINNHUB_MINUTE).basis()).isEqualTo(PriceBasis.RAW);
        assertThat(bar(Payloads.POLYGON_MINUTE).basis()).isEqualTo(PriceBasis.RAW);
        assertThat(reasons(Payloads.with(Payloads.YAHOO_MINUTE, "RAW", "TOTAL")))
                .containsExactly("MALFORMED_PAYLOAD");
        assertThat(reasons(Payloads.with(Payloads.POLYGON_MINUTE, "\"adjusted\":false,", "")))
                .containsExactly("MISSING_FIELD");
    }

    @Test
    void a_daily_bar_opens_when_its_session_does() {
        assertThat(openTime(Payloads.ALPHA_VANTAGE_DAY)).isEqualTo("2020-05-07T13:30:00Z");
        assertThat(openTime(Payloads.YAHOO_DAY)).isEqualTo("2020-01-02T14:30:00Z");
        assertThat(openTime(Payloads.POLYGON_DAY)).isEqualTo("2023-01-03T14:30:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-16T00:00:00Z, 2021-03-16", // midnight UTC of the date
        "2021-03-16T04:00:00Z, 2021-03-16", // midnight in New York
        "2021-03-16T13:30:00Z, 2021-03-16", // the open
        "2021-03-16T20:00:03Z, 2021-03-16", // the newest candle
        "2021-03-16T03:59:59Z, 2021-03-15",
    })
    void every_kind_of_daily_stamp_of_finnhub_means_its_trade_date(Instant stamp, LocalDate date) {
        RawQuote quote = Payloads.with(Payloads.FINNHUB_DAY, "1569297600", Long.toString(stamp.getEpochSecond()));
        assertThat(openTime(quote)).isEqualTo(date + "T13:30:00Z");
    }

    @Test
    void the_live_row_of_a_daily_chart_is_of_its_date_although_it_is_off_the_grid() {
        RawQuote live = Payloads.with(Payloads.YAHOO_DAY, "1577975400", "1577998801");
        assertThat(openTime(live)).isEqualTo("2020-01-02T14:30:00Z");
    }

    @Test
    void a_row_of_nulls_is_refused_as_empty_and_a_row_with_a_gap_by_what_is_missing() {
        String prices = "\"open\":74.05999755859375,\"high\":75.1500015258789,\"low\":73.79750061035156,"
                + "\"close\":75.0875015258789,\"volume\":135480400";
        assertThat(reasons(Payloads.with(
                        Payloads.YAHOO_MINUTE,
                        prices,
                        "\"open\":null,\"high\":null,\"low\":null,\"close\":null,\"volume\":null")))
                .containsExactly("EMPTY_ROW");
        assertThat(reasons(Payloads.with(Payloads.YAHOO_MINUTE, "73.79750061035156", "null")))
                .containsExactly("MISSING_FIELD");
    }

    @Test
    void a_daily_bar_of_a_day_without_a_session_is_refused() {
        assertThat(reasons(Payloads.with(Payloads.ALPHA_VANTAGE_DAY, "2020-05-07", "2020-05-10")))
                .containsExactly("NO_SESSION");
        assertThat(reasons(Payloads.with(Payloads.ALPHA_VANTAGE_DAY, "2020-05-07", "2018-12-05")))
                .containsExactly("NO_SESSION");
        assertThat(reasons(Payloads.with(Payloads.ALPHA_VANTAGE_DAY, "2020-05-07", "2020-02-30")))
                .containsExactly("BAD_TIME");
    }

    @Test
    void a_feed_of_bars_takes_its_own_intervals_only() {
        assertThat(reasons(RawQuote.newBuilder(Payloads.YAHOO_DAY)
                        .setInterval("1m")
                        .build()))
                .contains("UNKNOWN_INTERVAL");
        assertThat(reasons(RawQuote.newBuilder(Payloads.YAHOO_MINUTE)
                        .setInterval("1d")
                        .build()))
                .contains("UNKNOWN_INTERVAL");
        assertThat(reasons(RawQuote.newBuilder(Payloads.POLYGON_DAY)
                        .setInterval(null)
                        .build()))
                .contains("UNKNOWN_INTERVAL");
    }

    @Test
    void a_volume_in_exponent_form_is_read_and_a_fraction_rounded_with_a_note() {
        assertThat(bar(Payloads.POLYGON_MINUTE).content().volume()).isEqualTo(112_117_471);
        BarObservation fraction = bar(Payloads.with(Payloads.POLYGON_MINUTE, "1.12117471e+08", "9099.618093"));
        assertThat(fraction.content().volume()).isEqualTo(9_100);
        assertThat(fraction.notes().names()).containsExactly("ROUNDED_VOLUME");
    }

    @Test
    void a_global_quote_is_of_its_trading_day() {
        QuoteObservation quote = (QuoteObservation) parsing.observation(Payloads.ALPHA_VANTAGE_QUOTE);
        assertThat(Micros.instant(quote.providerTime())).isEqualTo("2020-05-08T13:30:00Z");
        assertThat(quote.content().price()).isEqualTo(12_174_000_000L);
    }

    @Test
    void none_and_a_dash_mean_that_there_is_nothing() {
        assertThat(company(Payloads.ALPHA_VANTAGE_OVERVIEW))
                .isEqualTo(new FundamentalsContent(
                        "Apple Inc", "TECHNOLOGY", "USD", 206_116_848_000L, new BigDecimal("19.42000000"), null));
    }

    @Test
    void the_answers_of_finnhub_say_a_part_each_in_whole_units() {
        assertThat(company(Payloads.FINNHUB_METRIC))
                .isEqualTo(new FundamentalsContent(
                        null,
                        null,
                        null,
                        4_535_749_500_000L,
                        new BigDecimal("37.00390000"),
                        new BigDecimal("8.26660000")));
        assertThat(company(Payloads.FINNHUB_PROFILE))
                .isEqualTo(new FundamentalsContent("Apple Inc", "Technology", "USD", 4_535_749_272_209L, null, null));
    }

    @Test
    void an_answer_without_anything_of_use_is_refused() {
        assertThat(reasons(Payloads.with(Payloads.FINNHUB_METRIC, "{\"symbol\":\"AAPL\",\"metric\":{}}")))
                .containsExactly("MISSING_FIELD");
        assertThat(reasons(Payloads.with(Payloads.YAHOO_QUOTE, "40.925644", "\"Infinity\"")))
                .containsExactly("NOT_A_NUMBER");
        assertThat(reasons(Payloads.with(Payloads.YAHOO_QUOTE, "Apple Inc.", "x".repeat(501))))
                .containsExactly("MALFORMED_PAYLOAD");
    }

    @Test
    void splits_of_every_provider_come_to_the_same_terms() {
        assertThat(List.of(
                        action(Payloads.YAHOO_SPLIT),
                        action(Payloads.POLYGON_SPLIT),
                        action(Payloads.ALPHA_VANTAGE_SPLIT_OF_A_DAY)))
                .containsOnly(new Split(4, 1));
        assertThat(action(Payloads.ALPHA_VANTAGE_SPLIT)).isEqualTo(new Split(523, 500));
        assertThat(List.of(
                        date(Payloads.YAHOO_SPLIT),
                        date(Payloads.POLYGON_SPLIT),
                        date(Payloads.ALPHA_VANTAGE_SPLIT_OF_A_DAY)))
                .containsOnly(LocalDate.of(2020, 8, 31));
    }

    @Test
    void dividends_may_lie_ahead_and_are_never_nothing() {
        assertThat(action(Payloads.ALPHA_VANTAGE_DIVIDEND)).isEqualTo(new Dividend(169_000_000));
        assertThat(action(Payloads.YAHOO_DIVIDEND)).isEqualTo(new Dividend(20_500_000));
        assertThat(date(Payloads.with(Payloads.ALPHA_VANTAGE_DIVIDEND, "2026-05-08", "2026-12-24")))
                .isEqualTo("2026-12-24");
        assertThat(reasons(Payloads.with(Payloads.YAHOO_DIVIDEND, "0.205", "0")))
                .containsExactly("PRICE_NOT_POSITIVE");
        assertThat(reasons(Payloads.with(Payloads.YAHOO_DIVIDEND, "dividends", "earnings")))
                .containsExactly("MALFORMED_PAYLOAD");
    }

    @Test
    void conditions_of_a_trade_may_be_absent_and_its_ordinal_not() {
        TradeObservation trade = (TradeObservation) parsing.observation(Payloads.FINNHUB_TRADE);
        assertThat(trade.content().conditions()).containsExactly("1", "24", "12");
        assertThat(Micros.instant(trade.providerTime())).isEqualTo("2021-08-06T08:28:50.221Z");
        TradeObservation bare = (TradeObservation)
                parsing.observation(Payloads.with(Payloads.FINNHUB_TRADE, "\"c\":[\"1\",\"24\",\"12\"],", ""));
        assertThat(bare.content().conditions()).isEmpty();
        assertThat(reasons(Payloads.with(Payloads.FINNHUB_TRADE, "\"ordinal\":0,", "")))
                .containsExactly("MALFORMED_PAYLOAD");
    }

    private BarObservation bar(RawQuote quote) {
        return (BarObservation) parsing.observation(quote);
    }

    private Instant openTime(RawQuote quote) {
        return Micros.instant(bar(quote).openTime());
    }

    private FundamentalsContent company(RawQuote quote) {
        return ((FundamentalsObservation) parsing.observation(quote)).content();
    }

    private CorporateActionContent action(RawQuote quote) {
        return ((CorporateActionObservation) parsing.observation(quote)).content();
    }

    private LocalDate date(RawQuote quote) {
        return ((CorporateActionObservation) parsing.observation(quote)).date();
    }

    private List<String> reasons(RawQuote quote) {
        Parsed parsed = parsing.observation(quote);
        assertThat(parsed).isInstanceOf(Refused.class);
        return ((Refused) parsed).reasons().names();
    }
}
