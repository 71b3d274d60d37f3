package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.topics.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blueprint step 1: what cannot be used is in market.rejected whole, and the stream goes on. */
class ParseAndRejectTest {
    private static final Raw GOOD = Raw.minute("AAPL", "2019-02-15 10:00", 170, 100);

    @Test
    void poison_is_rejected_with_its_bytes_and_position_and_the_stream_goes_on() {
        byte[] key = {9, 8};
        byte[] poison = "\0no avro at all".getBytes(StandardCharsets.UTF_8);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(key, poison).pipe(GOOD);

            RejectedQuote rejected = market.rejected().getFirst();
            assertThat(rejected.getReasons()).containsExactly("UNDECODABLE");
            assertThat(rejected.getValue()).isEqualTo(ByteBuffer.wrap(poison));
            assertThat(rejected.getKey()).isEqualTo(ByteBuffer.wrap(key));
            assertThat(rejected.getPosition().getTopicId()).isEqualTo(MarketDriver.RAW_TOPIC_ID);
            assertThat(rejected.getPosition().getOffset()).isZero();
            assertThat(market.bars()).hasSize(1);
        }
    }

    @Test
    void a_null_value_is_rejected() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(null, null);

            RejectedQuote rejected = market.rejected().getFirst();
            assertThat(rejected.getReasons()).containsExactly("NULL_VALUE");
            assertThat(rejected.getValue()).isNull();
            assertThat(rejected.getKey()).isNull();
        }
    }

    @Test
    void a_value_of_another_schema_or_of_none_the_registry_knows_is_rejected() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(GOOD);
            Bar bar = market.bars().getFirst();
            byte[] other = Topics.BARS
                    .valueSerde(MarketDriver.REGISTRY.config())
                    .serializer()
                    .serialize(Topics.RAW.name(), bar);
            market.pipe(null, other)
                    .pipe(null, new byte[] {0, 0, 9, 9, 9, 1, 2})
                    .pipe(null, new byte[] {0, -1, 9, 9, 9, 1});

            assertThat(market.rejected())
                    .hasSize(3)
                    .allMatch(r -> r.getReasons().equals(List.of("UNDECODABLE")));
        }
    }

    @Test
    void a_truncated_value_is_rejected() {
        byte[] whole = MarketDriver.bytes(GOOD.quote());
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            for (int length = 0; length < whole.length; length++) {
                market.pipe(null, java.util.Arrays.copyOf(whole, length));
            }
            assertThat(market.rejected()).hasSize(whole.length);
        }
    }

    @Test
    void a_rejected_record_carries_what_could_be_read_of_it() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(GOOD.prices("1", "2", "3", "1"));

            RejectedQuote rejected = market.rejected().getFirst();
            assertThat(rejected.getReasons()).containsExactly("HIGH_BELOW_LOW");
            assertThat(rejected.getSource()).isEqualTo("ALPHA_VANTAGE");
            assertThat(rejected.getFeed()).isEqualTo("INTRADAY_BAR");
            assertThat(rejected.getSymbol()).isEqualTo("AAPL");
            assertThat(rejected.getObservedAt()).isEqualTo("2019-03-01T00:00:00Z");
            assertThat(rejected.getMessage()).contains("high").contains("low");
        }
    }

    @Test
    void a_rejected_record_touches_no_series() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(GOOD.prices("1", "2", "3", "1")).pipe(GOOD).flush();

            assertThat(market.bars())
                    .filteredOn(bar -> bar.getInterval().equals("1m"))
                    .hasSize(1)
                    .allMatch(bar -> bar.getRevision() == 0);
            assertThat(market.meters()
                            .get("marketlake.stream.rejected")
                            .tag("reason", "HIGH_BELOW_LOW")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_record_under_another_key_than_its_symbol_is_rejected() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL", "MSFT")) {
            byte[] value = MarketDriver.bytes(GOOD.quote());
            market.pipe(null, value).pipe("MSFT".getBytes(StandardCharsets.UTF_8), value);

            assertThat(market.rejected())
                    .hasSize(2)
                    .allMatch(r -> r.getReasons().equals(List.of("KEY_NOT_SYMBOL")));
            assertThat(market.bars()).isEmpty();
        }
    }

    @Test
    void a_record_too_large_for_a_row_is_rejected_by_its_position_alone() {
        byte[] huge = new byte[5 * 1024 * 1024];
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(null, huge).pipe(GOOD);

            RejectedQuote rejected = market.rejected().getFirst();
            assertThat(rejected.getValue()).isNull();
            assertThat(rejected.getMessage()).contains("5242880 bytes", "bronze.raw_quotes");
            assertThat(market.bars()).hasSize(1);
        }
    }

    @Test
    void a_payload_that_gives_a_name_twice_is_rejected() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            var quote = GOOD.quote();
            quote.setPayload(quote.getPayload().replaceFirst("\\{", "{\"4. close\":\"1\",\"4. close\":\"2\","));
            market.pipe(quote);

            assertThat(market.rejected().getFirst().getReasons()).containsExactly("MALFORMED_PAYLOAD");
        }
    }
}
