package dev.marketlake.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Readiness READY = new Readiness.Line("READY");

    @TempDir
    Path dir;

    @Test
    void a_child_that_fails_to_start_is_quoted() {
        assertThatThrownBy(() -> small("fail").start(READY, PATIENCE))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("small exited with code 1 before it was ready")
                .hasMessageContaining(dir.resolve("small.log").toString())
                .hasMessageContaining("the disk is on fire");
    }

    @Test
    void a_child_that_is_never_ready_is_killed() {
        assertThatThrownBy(() -> small("wait").start(new Readiness.Line("NEVER"), Duration.ofSeconds(2)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("small was not ready after 2000 ms");
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void the_ready_line_of_an_earlier_life_does_not_count() {
        small("wait").start(READY, PATIENCE).close();

        assertThatThrownBy(() -> small("fail").start(READY, PATIENCE)).isInstanceOf(StartFailure.class);
    }

    @Test
    void a_child_that_will_not_leave_is_killed() {
        try (var child = small("linger").start(READY, PATIENCE)) {
            assertThat(child.stop(Duration.ofSeconds(1))).isEqualTo(Ending.FORCED);
            assertThat(child.isAlive()).isFalse();
        }
    }

    @Test
    void only_named_variables_reach_a_child() {
        var program = small("environment").withEnvironment(Map.of("GREETING", "hello"));

        try (var child = program.start(READY, PATIENCE)) {
            assertThat(child.lastLogLines()).contains("GREETING");
            assertThat(child.lastLogLines()).isSubsetOf("READY", "GREETING", "PATH", "HOME", "LANG", "TZ", "TMPDIR");
        }
    }

    @Test
    void ctrl_c_in_the_terminal_leaves_the_stopping_to_the_parent() throws Exception {
        try (var child = small("wait").start(READY, PATIENCE)) {
            new ProcessBuilder("kill", "-INT", Long.toString(child.pid()))
                    .start()
                    .waitFor();

            assertThat(child.exit()).failsWithin(1, TimeUnit.SECONDS);
            assertThat(child.stop()).isEqualTo(Ending.GRACEFUL);
        }
    }

    @Test
    void the_jar_of_a_program_names_its_main_class() {
        var registry = Installation.find().registryJar();

        assertThat(JavaProgram.ofJar("registry", registry, dir.resolve("registry.log"))
                        .mainClass())
                .isEqualTo("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }

    private JavaProgram small(String behaviour) {
        return JavaProgram.ofClass(
                        "small",
                        List.of(System.getProperty("java.class.path")),
                        SmallProgram.class.getName(),
                        dir.resolve("small.log"))
                .withJvmFlags(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
                .withArguments(List.of(behaviour));
    }
}
