package dev.marketlake.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.events.RawPosition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobTopicsTest {
    private static final JobTopics TOPICS = new JobTopics("j1");

    @Test
    void a_job_has_a_topic_of_its_own_for_each_of_the_suite_but_the_ledger_and_quality() {
        TopicSettings settings = TopicSettings.read(Path.of("../config/topics.yml"));

        assertThat(TOPICS.newTopics(settings))
                .extracting(NewTopic::name)
                .contains("market.job.j1.raw", "market.job.j1.bars", "market.job.j1.alerts")
                .doesNotContain("market.job.j1.ledger", "market.job.j1.quality");
        assertThat(TOPICS.newTopics(settings)).allSatisfy(topic -> {
            assertThat(topic.configs()).containsEntry("retention.ms", "-1");
            assertThat(topic.numPartitions()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a.b", "a/b", "a234567890123456789012345678901234567890x"})
    void an_id_that_cannot_be_part_of_a_topic_name_is_refused(String id) {
        assertThatThrownBy(() -> new JobTopics(id))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("'" + id + "'");
    }

    @Test
    void where_a_record_is_from_survives_its_headers() {
        JobRecord record = new JobRecord(17, 1_550_246_400_000L, new RawPosition("u1Xb-_w", 3, 1_207L));
        RecordHeaders headers = new RecordHeaders();
        record.addTo(headers);

        assertThat(JobRecord.of(headers)).contains(record);
        assertThat(JobRecord.isEnd(headers)).isFalse();
    }

    @Test
    void the_end_mark_is_no_record() {
        RecordHeaders headers = new RecordHeaders();
        JobRecord.addEnd(headers);

        assertThat(JobRecord.isEnd(headers)).isTrue();
        assertThat(JobRecord.of(headers)).isEmpty();
    }

    @Test
    void a_header_of_another_form_is_named() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("marketlake.raw", "1|2".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> JobRecord.of(headers)).hasMessageContaining("'1|2'");
    }
}
