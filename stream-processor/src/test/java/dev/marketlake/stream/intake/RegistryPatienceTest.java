package dev.marketlake.stream.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.events.RawQuote;
import dev.marketlake.serde.UndecodableValue;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.intake.Decoded.Readable;
import dev.marketlake.stream.observation.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class RegistryPatienceTest {
    private final List<Duration> waits = new ArrayList<>();
    private final RegistryPatience patience = new RegistryPatience(Duration.ofMillis(100), 3, waits::add);
    private int calls;

    @Test
    void a_registry_that_comes_back_is_asked_again_after_growing_waits() {
        RawQuote quote = Raw.minute("AAPL", "2019-02-15 10:00", 1, 1).quote();
        Deserializer<RawQuote> flaky = (topic, bytes) -> {
            if (++calls < 3) {
                throw new TimeoutException("down");
            }
            return quote;
        };

        assertThat(decode(flaky)).isEqualTo(new Readable(quote));
        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void a_registry_that_stays_down_rejects_no_record() {
        assertThatThrownBy(() -> decode((topic, bytes) -> {
                    throw new TimeoutException("down");
                }))
                .isInstanceOf(TimeoutException.class);
    }

    @Test
    void a_registry_that_refuses_us_rejects_no_record() {
        assertThatThrownBy(() -> decode((topic, bytes) -> {
                    throw new SerializationException("HTTP 401");
                }))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void poison_is_not_asked_about_twice() {
        Decoded decoded = decode((topic, bytes) -> {
            calls++;
            throw new UndecodableValue("poison");
        });

        assertThat(decoded).isInstanceOf(Decoded.Unreadable.class);
        assertThat(calls).isEqualTo(1);
    }

    private Decoded decode(Deserializer<RawQuote> deserializer) {
        Arrival arrival = new Arrival(null, new byte[] {0, 0, 0, 0, 1, 2}, 0, new Origin("topic", 0, 0));
        return new RawDecoding("market.raw", deserializer, patience).decode(arrival);
    }
}
