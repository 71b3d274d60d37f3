package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.Depth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class StreamSettingsTest {
    @Test
    void the_defaults_are_those_documented() {
        assertThat(Settings.defaults())
                .isEqualTo(new StreamSettings(
                        "marketlake-stream",
                        Path.of("config"),
                        Path.of("data/streams"),
                        5,
                        Map.of("1m", 2, "5m", 2, "15m", 5, "30m", 10, "1h", 20),
                        List.of("5m", "15m", "30m", "1h", "1d"),
                        List.of(Source.POLYGON, Source.ALPHA_VANTAGE, Source.FINNHUB, Source.YAHOO, Source.SIMULATOR),
                        Duration.ofSeconds(60),
                        Duration.ofMinutes(2),
                        0.2,
                        Duration.ofMillis(250),
                        Duration.ofMillis(60),
                        1,
                        "classic",
                        null,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        false,
                        DataSize.ofMegabytes(64),
                        null));
    }

    @Test
    void one_warm_up_can_be_set_and_the_others_stay() {
        StreamSettings settings = Settings.of(Map.of("warm-up-sessions[1m]", "3"));

        assertThat(settings.depth(Interval.M1)).isEqualTo(new Depth(5, 3));
        assertThat(settings.depth(Interval.H1)).isEqualTo(new Depth(5, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "depth-sessions, 0, use 1 to 250",
        "warm-up-sessions[2m], 3, name an intraday interval",
        "grace, -1s, use zero or more",
        "max-deviation, 0, use a share above 0",
        "flush-interval, 0s, use 50ms or more",
        "threads, 0, use 1 or more",
        "group-protocol, consumer, use classic or streams",
        "transaction-timeout, 50ms, use more than commit-interval",
    })
    void a_setting_that_cannot_be_used_is_named_with_the_remedy(String name, String value, String remedy) {
        assertThatThrownBy(() -> Settings.of(Map.of(name, value)))
                .rootCause()
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("marketlake.stream." + name.replaceAll("\\[.*", ""))
                .hasMessageContaining(remedy);
    }

    @Test
    void a_job_has_its_own_group_and_keeps_all_it_reads() {
        StreamSettings settings = Settings.of(Map.of(
                "job.id", "j1",
                "job.from", "2019-02-11",
                "job.to", "2019-02-15",
                "job.clock", "2026-11-20T10:00:00Z"));

        assertThat(settings.applicationId()).isEqualTo("job-j1");
        // Five dates, and before them four sessions of minutes, or forty of hours.
        assertThat(settings.depth(Interval.M1)).isEqualTo(new Depth(45, 2));
        assertThat(settings.reach().sessions()).containsEntry("1m", 4).containsEntry("1h", 40);
    }

    @Test
    void minutes_reach_back_for_the_roll_ups_that_are_folded_from_them() {
        assertThat(Settings.defaults().reach().sessions())
                .isEqualTo(Map.of("1m", 22, "5m", 4, "15m", 10, "30m", 20, "1h", 40));
    }

    @Test
    void half_a_job_is_refused() {
        assertThatThrownBy(() -> Settings.of(Map.of("job.id", "j1")).applicationId())
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("marketlake.stream.job needs id, from, to and clock");
    }

    @Test
    void a_static_member_needs_the_classic_protocol() {
        assertThatThrownBy(() -> Settings.of(Map.of("group-protocol", "streams", "instance-id", "a")))
                .rootCause()
                .hasMessageContaining("instance-id");
    }
}
