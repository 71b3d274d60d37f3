package dev.marketlake.allinone;

import dev.marketlake.allinone.watch.SuiteStatus;
import dev.marketlake.allinone.watch.SuiteWatch;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "status",
        description = "Tells of each component of a running suite whether it is up; exit code 0 only if all are.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunningSuite suite = new RunningSuite();

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Override
    public Integer call() {
        var run = suite.find();
        try (var watch = new SuiteWatch(run.endpoints(), Clock.systemUTC())) {
            var status = SuiteStatus.look(run, watch);
            print(status, spec.commandLine().getOut());
            return status.allUp() ? 0 : 1;
        }
    }

    private void print(SuiteStatus status, PrintWriter out) {
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            status.lines().forEach(out::println);
        }
        out.flush();
    }
}
