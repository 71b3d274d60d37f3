package dev.marketlake.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded provider data, where this machine has it: MARKETLAKE_RECORDED, or ../shared/data beside the repository. */
public final class SharedData {
    private SharedData() {}

    /** A file or folder of it; the test is skipped, saying so, where it is absent. */
    public static Path need(String relative) {
        String root = System.getProperty(
                "MARKETLAKE_RECORDED", System.getenv().getOrDefault("MARKETLAKE_RECORDED", "../../shared/data"));
        Path path = Path.of(root).resolve(relative);
        assumeTrue(Files.exists(path), "no recorded data at " + path.toAbsolutePath());
        return path;
    }
}
