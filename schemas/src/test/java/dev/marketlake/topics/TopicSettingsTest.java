package dev.marketlake.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.config.InvalidConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSettingsTest {
    private static final String GOOD = """
            defaults: {partitions: 4, replication: 1}
            topics:
              market.raw: {cleanup: delete, retention: P7D}
              market.bars: {cleanup: delete, retention: P7D, partitions: 8}
              market.trades: {cleanup: delete, retention: P1D}
              market.fundamentals: {cleanup: delete, retention: P30D}
              market.corporate-actions: {cleanup: delete, retention: P30D}
              market.indicators: {cleanup: delete, retention: P7D}
              market.performance: {cleanup: delete, retention: P7D}
              market.alerts: {cleanup: delete, retention: P30D}
              market.rejected: {cleanup: delete, retention: P30D}
              market.ledger: {cleanup: compact}
              market.quality: {cleanup: delete, retention: P30D}
            """;

    @TempDir
    Path folder;

    @Test
    void a_topic_takes_the_default_partitions_unless_it_has_its_own() throws IOException {
        TopicSettings settings = read(GOOD);
        assertThat(settings.partitions(Topics.RAW)).isEqualTo(4);
        assertThat(settings.partitions(Topics.BARS)).isEqualTo(8);
    }

    @Test
    void a_topic_keeps_batches_as_the_producer_sent_them_unless_it_says_otherwise() throws IOException {
        TopicSettings settings =
                read(GOOD.replace("market.alerts: {cleanup", "market.alerts: {compression: gzip, cleanup"));
        assertThat(settings.newTopics())
                .filteredOn(topic -> !"producer".equals(topic.configs().get("compression.type")))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.name()).isEqualTo("market.alerts");
                    assertThat(topic.configs()).containsEntry("compression.type", "gzip");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  market.alerts: {cleanup: delete, retention: P30D} | | topics: market.alerts is missing: add it",
                "market.alerts: {cleanup: delete, retention: P30D} | market.alerts: | topics: market.alerts is missing: add it",
                "market.alerts: | market.alert: | topics: market.alerts is missing",
                "market.ledger: {cleanup: compact} | market.ledger: {cleanup: compact, retention: P1D} | line 12, topics.market.ledger: a topic with cleanup compact keeps the last value of each key for ever",
                "retention: P1D | retention: 1 | line 5, topics.market.trades.retention: '1' is not a duration",
                "retention: P1D | retention: P-1D | line 5, topics.market.trades: retention must be longer than nothing",
                "', retention: P1D' | '' | line 5, topics.market.trades: a topic with cleanup delete needs a retention such as P7D",
                "cleanup: compact | cleanup: squash | line 12, topics.market.ledger.cleanup: 'squash' is not one of [delete, compact]",
                "{cleanup: compact} | {} | line 12, topics.market.ledger: cleanup must be delete or compact",
                "partitions: 8 | partitions: 0 | line 4, topics.market.bars: partitions must be at least 1: 0",
                "partitions: 8 | max-message-bytes: -1 | line 4, topics.market.bars: max-message-bytes must be at least 1: -1",
                "partitions: 8 | compression: zip | line 4, topics.market.bars.compression: 'zip' is not one of [producer, uncompressed, gzip",
                "partitions: 4 | partitions: 0 | line 1, defaults: partitions and replication must be at least 1, not 0 and 1",
                "{partitions: 4, replication: 1} | {partitions: 4} | line 1, defaults.replication",
                "'defaults: {partitions: 4, replication: 1}' | '' | both 'defaults' and 'topics' are needed",
            })
    void a_mistake_is_told_with_its_place_and_remedy(String right, String wrong, String message) {
        String yaml = GOOD.replace(right, wrong == null ? "" : wrong);
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(yaml))
                .withMessageContaining("topics.yml")
                .withMessageContaining(message);
    }

    @Test
    void a_topic_that_is_not_of_the_suite_is_refused() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(GOOD + "  market.barz: {cleanup: compact}\n"))
                .withMessageContaining("market.barz is no topic of the suite: use [market.raw, market.bars");
    }

    private TopicSettings read(String yaml) throws IOException {
        return TopicSettings.read(Files.writeString(folder.resolve("topics.yml"), yaml));
    }
}
