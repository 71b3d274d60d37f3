package dev.marketlake.proofs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.Home;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code prove replay} in short. */
class ReplayTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_replay_whose_process_is_killed_equals_the_lake_and_one_over_falsified_rows_does_not() {
        var range = RecordedRange.generated(folder.resolve("recorded"), 3, 2);
        var proof = new ReplayProof(Home.find(), range, folder.resolve("work"), System.out, Clock.systemUTC());

        assertThat(proof.proveShortly()).startsWith("replay holds: 1 of 1 equal");
    }
}
