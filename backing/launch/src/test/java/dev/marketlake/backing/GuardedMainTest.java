package dev.marketlake.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedMainTest {
    @TempDir
    Path dir;

    @Test
    void children_leave_when_their_parent_is_killed() throws Exception {
        var parent = JavaProgram.ofClass(
                        "parent",
                        List.of(System.getProperty("java.class.path")),
                        ParentOfAnObjectStore.class.getName(),
                        dir.resolve("parent.log"))
                .withJvmFlags(List.of(
                        "-Xmx64m", "-Dmarketlake.home=" + Installation.find().root()))
                .withArguments(List.of(dir.resolve("store").toString()))
                .start(new Readiness.Line("READY"), Duration.ofSeconds(60));
        var child = childOf(parent);
        assertThat(child.isAlive()).isTrue();

        parent.kill();

        assertThat(child.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
    }

    private static ProcessHandle childOf(ChildProcess parent) {
        return ProcessHandle.of(parent.pid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
    }
}
