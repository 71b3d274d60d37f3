package dev.marketlake.stream.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.QuoteContent;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParsingTest {
    private static final Raw MINUTE = Raw.minute("AAPL", "2019-02-15 15:59", 170.38, 427_888);

    private final Parsing parsing = new Parsing(Watchlist.of("AAPL", "BRK-B"), Duration.ofMinutes(2));

    @Test
    void a_bar_of_alpha_vantage_is_read_exactly() {
        BarObservation bar = bar(MINUTE.prices("170.23", "170.42", "170.21", "170.38000001"));

        assertThat(bar.content())
                .isEqualTo(new BarContent(17_023_000_000L, 17_042_000_000L, 17_021_000_000L, 17_038_000_001L, 427_888));
        assertThat(bar.notes().names()).isEmpty();
        assertThat(bar.basis().name()).isEqualTo("RAW");
    }

    @Test
    void a_stamp_that_means_the_close_becomes_the_open_in_utc() {
        assertThat(openTime(MINUTE.stamped("CLOSE", "2019-02-15 16:00:00"))).isEqualTo("2019-02-15T20:59:00Z");
        assertThat(openTime(MINUTE.stamped("OPEN", "2019-02-15 15:59:00"))).isEqualTo("2019-02-15T20:59:00Z");
        assertThat(openTime(MINUTE.interval("5m").stamped("CLOSE", "2019-02-15 16:00:00")))
                .isEqualTo("2019-02-15T20:55:00Z");
    }

    @Test
    void daylight_saving_moves_the_utc_time_of_the_same_local_stamp() {
        assertThat(openTime(MINUTE.stamped("OPEN", "2018-11-02 09:30:00"))).isEqualTo("2018-11-02T13:30:00Z");
        assertThat(openTime(MINUTE.stamped("OPEN", "2018-11-05 09:30:00"))).isEqualTo("2018-11-05T14:30:00Z");
    }

    @Test
    void a_local_time_that_is_no_single_instant_is_refused() {
        assertThat(reasons(MINUTE.stamped("OPEN", "2018-11-04 01:30:00"))).containsExactly("AMBIGUOUS_TIME");
        assertThat(reasons(MINUTE.stamped("OPEN", "2018-03-11 02:30:00"))).containsExactly("NONEXISTENT_TIME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2019-02-15", "2019-02-30 10:00:00", "2019-02-15 25:00:00", "+2019-02-15 10:00:00", "x"})
    void a_time_that_cannot_be_read_is_refused(String time) {
        assertThat(reasons(MINUTE.stamped("OPEN", time))).containsExactly("BAD_TIME");
    }

    @Test
    void an_unknown_zone_stamp_or_interval_is_refused() {
        assertThat(reasons(MINUTE.zone("US/Gotham"))).containsExactly("UNKNOWN_TIME_ZONE");
        assertThat(reasons(MINUTE.stamped("MIDDLE", "2019-02-15 16:00:00"))).containsExactly("BAD_TIME");
        assertThat(reasons(MINUTE.interval("1d"))).containsExactly("UNKNOWN_INTERVAL");
        assertThat(reasons(MINUTE.interval("7m"))).containsExactly("UNKNOWN_INTERVAL");
    }

    @ParameterizedTest
    @CsvSource({
        "170.42, 170.21, HIGH_BELOW_LOW",
        "0, 170.42, PRICE_NOT_POSITIVE",
        "-1, 170.42, PRICE_NOT_POSITIVE",
        "abc, 170.42, NOT_A_NUMBER",
        "NaN, 170.42, NOT_A_NUMBER",
        "'', 170.42, NOT_A_NUMBER",
        "1e999999999, 170.42, NUMBER_TOO_LARGE",
        "12345678901, 170.42, NUMBER_TOO_LARGE",
        "9999999999.999999995, 170.42, NUMBER_TOO_LARGE",
        "1e-999999999, 170.42, PRICE_NOT_POSITIVE",
    })
    void a_price_that_cannot_be_is_refused(String low, String high, String reason) {
        assertThat(reasons(MINUTE.prices("170.30", high, low, "170.30"))).contains(reason);
    }

    @Test
    void a_refusal_names_everything_that_is_wrong() {
        Refused refused = refused(MINUTE.prices("0", "1", "2", "x").quote());

        assertThat(refused.reasons().names()).containsExactly("HIGH_BELOW_LOW", "NOT_A_NUMBER", "PRICE_NOT_POSITIVE");
        assertThat(refused.message()).contains("1. open is 0").contains("4. close is 'x'");
    }

    @Test
    void more_than_eight_decimals_are_rounded_half_even_and_noted() {
        BarObservation bar = bar(MINUTE.prices("1.000000005", "1.000000015", "1", "1.000000005"));

        assertThat(bar.content().open()).isEqualTo(100_000_000L);
        assertThat(bar.content().high()).isEqualTo(100_000_002L);
        assertThat(bar.notes().names()).containsExactly("ROUNDED_PRICE");
    }

    @Test
    void a_fractional_volume_is_rounded_half_even_and_noted() {
        assertThat(bar(MINUTE.volume("2.5")).content().volume()).isEqualTo(2);
        assertThat(bar(MINUTE.volume("3.5")).content().volume()).isEqualTo(4);
        assertThat(bar(MINUTE.volume("3.5")).notes().names()).containsExactly("ROUNDED_VOLUME");
        assertThat(bar(MINUTE.volume("1.12117471e+08")).content().volume()).isEqualTo(112_117_471);
    }

    @Test
    void zero_volume_is_noted_and_a_negative_one_refused() {
        assertThat(bar(MINUTE.volume("0")).notes().names()).containsExactly("ZERO_VOLUME");
        assertThat(reasons(MINUTE.volume("-1"))).containsExactly("VOLUME_NEGATIVE");
    }

    @Test
    void an_open_outside_low_to_high_is_noted() {
        assertThat(bar(MINUTE.prices("3", "2", "1", "2")).notes().names()).containsExactly("OUTSIDE_RANGE");
    }

    @Test
    void a_symbol_that_is_not_followed_is_refused() {
        assertThat(reasons(Raw.minute("MSFT", "2019-02-15 15:59", 1, 1))).containsExactly("UNKNOWN_SYMBOL");
        assertThat(reasons(Raw.minute("../x", "2019-02-15 15:59", 1, 1))).containsExactly("UNKNOWN_SYMBOL");
    }

    @Test
    void a_source_or_feed_without_a_reader_is_refused() {
        assertThat(reasons(MINUTE.feed("POLYGON", "QUOTE"))).containsExactly("UNSUPPORTED_FEED");
        assertThat(reasons(MINUTE.feed("NASDAQ", "QUOTE"))).containsExactly("UNSUPPORTED_FEED");
    }

    @Test
    void an_event_later_than_its_observation_plus_tolerance_is_refused() {
        assertThat(parsing.observation(
                        MINUTE.observed("2019-02-15T20:57:00Z", "r", 0).quote()))
                .isInstanceOf(BarObservation.class);
        assertThat(reasons(MINUTE.observed("2019-02-15T20:56:59.999999Z", "r", 0)))
                .containsExactly("FROM_THE_FUTURE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{} {}", "\"text\"", "{\"Note\":\"5 calls per minute\"}"})
    void a_payload_that_is_no_observation_is_refused(String payload) {
        RawQuote quote = MINUTE.quote();
        quote.setPayload(payload);

        assertThat(refused(quote).reasons().names())
                .contains(payload.contains("Note") ? "MISSING_FIELD" : "MALFORMED_PAYLOAD");
    }

    @Test
    void an_endless_request_id_is_refused() {
        assertThat(reasons(MINUTE.observed("2019-03-01T00:00:00Z", "x".repeat(201), 0)))
                .containsExactly("OFF_SCHEMA");
    }

    @Test
    void a_snapshot_of_finnhub_is_read_exactly() {
        QuoteObservation quote = quote(
                "{\"c\":308.82,\"d\":3.83,\"dp\":1.2558,\"h\":311.4,\"l\":305.84,\"o\":306.12,\"pc\":304.99,\"t\":1779480000}");

        assertThat(quote.content())
                .isEqualTo(new QuoteContent(
                        30_882_000_000L, 30_612_000_000L, 31_140_000_000L, 30_584_000_000L, 30_499_000_000L));
        assertThat(Micros.instant(quote.providerTime())).isEqualTo("2026-05-22T20:00:00Z");
    }

    @Test
    void zero_day_figures_of_a_snapshot_are_left_out_and_noted() {
        QuoteObservation quote = quote("{\"c\":517.96,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":1585296137}");

        assertThat(quote.content()).isEqualTo(new QuoteContent(51_796_000_000L, 0, 0, 0, 0));
        assertThat(quote.notes().names()).containsExactly("ZERO_DAY_FIGURE");
    }

    @Test
    void an_unknown_symbol_answered_with_zeros_is_refused() {
        assertThat(snapshotReasons("{\"c\":0,\"d\":null,\"dp\":null,\"h\":0,\"l\":0,\"o\":0,\"pc\":0,\"t\":0}"))
                .contains("UNKNOWN_SYMBOL", "PRICE_NOT_POSITIVE");
    }

    @Test
    void a_snapshot_without_a_time_or_price_is_refused() {
        assertThat(snapshotReasons("{\"c\":261.74,\"h\":263.31,\"l\":260.68,\"o\":261.07,\"pc\":259.45}"))
                .containsExactly("MISSING_FIELD");
        assertThat(snapshotReasons("{\"c\":261.74,\"t\":1.5}")).containsExactly("BAD_TIME");
        assertThat(snapshotReasons("{\"c\":261.74,\"t\":1779480000000}")).containsExactly("BAD_TIME");
        assertThat(snapshotReasons("{\"t\":1779480000}")).containsExactly("MISSING_FIELD");
        assertThat(snapshotReasons("{\"c\":5,\"h\":1,\"l\":2,\"t\":1779480000}"))
                .containsExactly("HIGH_BELOW_LOW");
    }

    private BarObservation bar(Raw raw) {
        return (BarObservation) parsing.observation(raw.quote());
    }

    private Instant openTime(Raw raw) {
        return Micros.instant(bar(raw).openTime());
    }

    private QuoteObservation quote(String json) {
        return (QuoteObservation) parsing.observation(Raw.snapshot("AAPL", json, "2026-06-01T00:00:00Z"));
    }

    private List<String> snapshotReasons(String json) {
        return refused(Raw.snapshot("AAPL", json, "2026-06-01T00:00:00Z"))
                .reasons()
                .names();
    }

    private List<String> reasons(Raw raw) {
        return refused(raw.quote()).reasons().names();
    }

    private Refused refused(RawQuote quote) {
        Parsed parsed = parsing.observation(quote);
        assertThat(parsed).isInstanceOf(Refused.class);
        return (Refused) parsed;
    }
}
