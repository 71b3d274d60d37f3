package dev.marketlake.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class UpCommandTest {
    @Test
    void live_providers_are_polled_for_ever_by_default() {
        assertThat(rounds()).isZero();
    }

    @Test
    void a_run_that_is_to_drain_polls_once_by_default() {
        assertThat(rounds("--until-drained")).isEqualTo(1);
    }

    @Test
    void a_recording_is_polled_once_by_default_because_it_does_not_change() {
        assertThat(rounds("--recorded", "some")).isEqualTo(1);
    }

    @Test
    void rounds_asked_for_win() {
        assertThat(rounds("--until-drained", "--rounds", "3")).isEqualTo(3);
    }

    private static int rounds(String... arguments) {
        return CommandLine.populateCommand(new UpCommand(), arguments).rounds();
    }
}
