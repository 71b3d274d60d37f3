package dev.marketlake.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Symbol;
import dev.marketlake.topics.TopicSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

/** The files of config/ as they are shipped: these values are the documented defaults. */
class ShippedConfigTest {
    private static final Path CONFIG = Path.of("../config");
    private static final long DAY = 86_400_000L;

    @Test
    void eight_liquid_symbols_on_the_nyse_calendar_are_followed() {
        Watchlist list = Watchlist.read(CONFIG.resolve("symbols.yml"));
        assertThat(list.symbols())
                .extracting(Symbol::value)
                .containsExactly("AAPL", "AMZN", "IBM", "JPM", "MSFT", "NVDA", "SPY", "TSLA");
        assertThat(list.symbols())
                .allSatisfy(symbol -> assertThat(list.calendar(symbol)).contains(TradingCalendar.of("NYSE")));
    }

    @Test
    void topics_are_kept_as_long_as_the_blueprint_says() {
        assertThat(config("retention.ms"))
                .isEqualTo(Map.of(
                        "market.raw", 7 * DAY + "",
                        "market.bars", 7 * DAY + "",
                        "market.trades", DAY + "",
                        "market.fundamentals", 30 * DAY + "",
                        "market.corporate-actions", 30 * DAY + "",
                        "market.indicators", 7 * DAY + "",
                        "market.performance", 7 * DAY + "",
                        "market.alerts", 30 * DAY + "",
                        "market.rejected", 30 * DAY + "",
                        "market.quality", 30 * DAY + ""));
    }

    @Test
    void only_the_ledger_is_compacted() {
        Map<String, String> cleanup = config("cleanup.policy");
        assertThat(cleanup.remove("market.ledger")).isEqualTo("compact");
        assertThat(cleanup.values()).containsOnly("delete");
    }

    @Test
    void every_topic_counts_retention_from_arrival() {
        assertThat(config("message.timestamp.type").values()).hasSize(11).containsOnly("LogAppendTime");
    }

    @Test
    void a_rejected_record_may_be_larger_than_a_raw_one() {
        Map<String, String> sizes = config("max.message.bytes");
        assertThat(Integer.parseInt(sizes.get("market.rejected")))
                .isGreaterThan(3 * Integer.parseInt(sizes.get("market.raw")));
    }

    @Test
    void topics_have_four_partitions_and_one_replica() {
        assertThat(topics().newTopics())
                .allSatisfy(topic -> assertThat(topic.numPartitions()).isEqualTo(4))
                .allSatisfy(topic -> assertThat(topic.replicationFactor()).isEqualTo((short) 1));
    }

    private static Map<String, String> config(String key) {
        return topics().newTopics().stream()
                .filter(topic -> topic.configs().containsKey(key))
                .collect(Collectors.toMap(
                        NewTopic::name, topic -> topic.configs().get(key)));
    }

    private static TopicSettings topics() {
        return TopicSettings.read(CONFIG.resolve("topics.yml"));
    }
}
