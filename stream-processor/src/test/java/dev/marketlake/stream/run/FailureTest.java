package dev.marketlake.stream.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.stream.run.Failure.Fatal;
import dev.marketlake.stream.run.Failure.Passing;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void what_trying_again_helps_against_is_passing() {
        assertThat(Failure.of(new StreamsException(new TimeoutException("registry"))))
                .isInstanceOf(Passing.class);
        assertThat(Failure.of(new DisconnectException("broker"))).isInstanceOf(Passing.class);
    }

    @Test
    void a_record_that_cannot_be_produced_stops_with_its_cause() {
        Failure failure = Failure.of(new StreamsException(
                "Error encountered sending record to topic market.bars", new RecordTooLargeException("5 MB")));

        assertThat(failure).isInstanceOf(Fatal.class);
        assertThat(failure.message()).contains("cannot be produced").contains("5 MB");
    }

    @Test
    void a_schema_the_registry_refuses_stops_with_the_remedy() {
        Failure failure = Failure.of(new StreamsException(new SerializationException("HTTP 409 incompatible")));

        assertThat(failure).isInstanceOf(Fatal.class);
        assertThat(failure.message()).contains("correct its schemas").contains("409");
    }

    @Test
    void a_raw_topic_that_is_gone_and_anything_unforeseen_stop() {
        assertThat(Failure.of(new MissingSourceTopicException("gone")).message())
                .contains("market.raw is gone");
        assertThat(Failure.of(new IllegalStateException("odd")).message())
                .contains("nobody foresaw")
                .contains("odd");
    }
}
