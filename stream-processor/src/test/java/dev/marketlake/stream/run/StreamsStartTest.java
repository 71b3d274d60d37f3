package dev.marketlake.stream.run;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.stream.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamsStartTest {
    @Test
    void a_live_instance_is_expected_back() {
        assertThat(start(Map.of()).atEnd()).isEqualTo(REMAIN_IN_GROUP);
    }

    /** It would come back as somebody else. */
    @Test
    void one_that_the_group_does_not_know_again_leaves() {
        assertThat(start(Map.of("group-protocol", "streams")).atEnd()).isEqualTo(LEAVE_GROUP);
    }

    /** A group that is to be deleted must have no members. */
    @Test
    void a_job_leaves() {
        Map<String, Object> job = Map.of(
                "job.id", "one", "job.from", "2019-02-11", "job.to", "2019-02-12", "job.clock", "2019-03-01T00:00:00Z");
        assertThat(start(job).atEnd()).isEqualTo(LEAVE_GROUP);
    }

    private static StreamsStart start(Map<String, Object> settings) {
        return Starts.of(Settings.of(settings), Map.of());
    }
}
