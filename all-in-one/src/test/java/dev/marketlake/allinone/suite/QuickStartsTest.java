package dev.marketlake.allinone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickStartsTest {
    private static final Instant BUILT = Instant.parse("2026-11-20T10:00:00Z");

    private Path jar = Path.of("");
    private Path cache = Path.of("");

    @BeforeEach
    void aBuiltService(@TempDir Path target) throws IOException {
        jar = Files.writeString(target.resolve("lake-sink-0.1.0.jar"), "classes");
        Files.setLastModifiedTime(jar, FileTime.from(BUILT));
        cache = target.resolve("lake-sink.aot");
    }

    @Test
    void aCacheNewerThanTheJarIsUsed() throws IOException {
        cached(BUILT.plusSeconds(1));

        assertThat(QuickStarts.USED.flags(cache, jar)).containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void theCacheOfAnEarlierBuildIsNot() throws IOException {
        cached(BUILT.minusSeconds(1));

        assertThat(QuickStarts.USED.flags(cache, jar)).isEmpty();
    }

    @Test
    void withoutACacheAServiceStartsAsWell() {
        assertThat(QuickStarts.USED.flags(cache, jar)).isEmpty();
    }

    @Test
    void learningReplacesWhatWasLearned() throws IOException {
        cached(BUILT.plusSeconds(1));

        assertThat(QuickStarts.LEARNED.flags(cache, jar)).containsExactly("-XX:AOTCacheOutput=" + cache);
        assertThat(cache).doesNotExist();
    }

    private void cached(Instant at) throws IOException {
        Files.writeString(cache, "learned");
        Files.setLastModifiedTime(cache, FileTime.from(at));
    }
}
