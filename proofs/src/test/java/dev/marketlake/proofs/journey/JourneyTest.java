package dev.marketlake.proofs.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyTest {
    @TempDir
    Path folder = Path.of("");

    /** Of a real week where a recorded folder is at hand, else of generated files. The command proves more: that polling again changes nothing. */
    @Test
    void recorded_bars_arrive_whole_and_through_kills() {
        var recorded = recorded();
        var files = Files.isDirectory(recorded) ? recorded : GeneratedFolder.in(folder.resolve("recorded"), 4, 2);
        assertThat(new Journey(Home.find(), files, work(), System.out, Clock.systemUTC()).proveShortly())
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
