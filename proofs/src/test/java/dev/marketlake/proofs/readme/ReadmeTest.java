package dev.marketlake.proofs.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader who types what the README says, in its order: the demo first, then, while it runs, everything else. */
class ReadmeTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void every_command_of_the_readme_answers_while_the_demo_runs() throws Exception {
        var commands = ReadmeCommands.ofTheLauncher(Home.find().root().resolve("README.md"));
        assertThat(commands).as("the demo, and something to ask it").hasSizeGreaterThan(3);
        assertThat(commands.getFirst()).containsExactly("demo");
        var data = folder.resolve("a=b");

        try (var demo = CommandLineProgram.start(
                folder.resolve("demo.log"), List.of("demo", "--ports", "free", "--data", data.toString()))) {
            demo.awaitLine("first rows in silver.bars", Duration.ofMinutes(5));
            demo.awaitLine("first alert", Duration.ofMinutes(5));
            int number = 0;
            for (var command : commands.subList(1, commands.size())) {
                var log = folder.resolve(++number + ".log");
                try (var asked = CommandLineProgram.start(log, on(command, data))) {
                    assertThat(asked.exitCode())
                            .as(command + " says " + asked.output())
                            .isZero();
                    assertThat(asked.output())
                            .as(command.toString())
                            .isNotBlank()
                            .doesNotContain("\tat ");
                }
            }
            assertThat(demo.stop()).as(demo.output()).isZero();
            assertThat(demo.output()).contains("stopped");
        }
    }

    private static List<String> on(List<String> command, Path data) {
        return java.util.stream.Stream.concat(command.stream(), java.util.stream.Stream.of("--data", data.toString()))
                .toList();
    }
}
