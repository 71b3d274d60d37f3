package dev.marketlake.proofs.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marketlake.allinone.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void generated_bars_arrive_whole_once_again_and_through_kills() {
        var files = GeneratedFolder.in(folder.resolve("recorded"), 4, 2);
        assertThat(new Journey(Home.find(), files, work(), System.out, Clock.systemUTC()).proveWithKills())
                .startsWith("journey holds: ");
    }

    @Test
    void recorded_bars_of_a_real_week_arrive_whole_once_again_and_through_kills() {
        var files = recorded();
        assumeTrue(Files.isDirectory(files), "no recorded folder at " + files + ": name one in MARKETLAKE_RECORDED");
        assertThat(new Journey(Home.find(), files, work(), System.out, Clock.systemUTC()).proveWithKills())
                .startsWith("journey holds: ");
    }

    private Path work() {
        return folder.resolve("runs");
    }

    /** The folder named by MARKETLAKE_RECORDED, else where development machines keep it beside the checkout. */
    private static Path recorded() {
        var named = System.getProperty("marketlake.recorded", System.getenv("MARKETLAKE_RECORDED"));
        return named != null && !named.isBlank()
                ? Path.of(named)
                : Home.find()
                        .root()
                        .resolve("../shared/data/market/av_201902_1min")
                        .normalize();
    }
}
