package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.RunFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running suite a command asks. */
final class RunningSuite {
    @Option(names = "--data", paramLabel = "DIR", description = "The suite's folder. Default: that of the running one.")
    private @Nullable Path data;

    /** @throws CommandFailure where none runs there */
    RunFile find() {
        var folder = Home.find().chosen(data);
        return folder.running()
                .orElseThrow(() -> new CommandFailure(
                        "no suite runs on " + folder.root() + ": start one with marketlake demo or marketlake up"));
    }
}
