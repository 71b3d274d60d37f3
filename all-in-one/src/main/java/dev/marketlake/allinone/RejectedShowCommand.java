package dev.marketlake.allinone;

import dev.marketlake.allinone.rejected.RejectedPage;
import dev.marketlake.allinone.rejected.RejectedRecords;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = "Shows one rejected record: its reasons, what helps against them, and all of its bytes.",
        mixinStandardHelpOptions = true)
final class RejectedShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunningSuite suite = new RunningSuite();

    @Parameters(paramLabel = "TOPIC-PARTITION-OFFSET", description = "As the list has it, such as market.raw-2-1234.")
    private String position = "";

    @Override
    public Integer call() {
        var endpoints = suite.find().endpoints();
        var records = new RejectedRecords(endpoints);
        var naming = records.naming();
        var place = RawPlaces.place(position, naming, spec);
        var row = records.at(place)
                .orElseThrow(() -> new CommandFailure(
                        position + " is not in market.rejected: see marketlake rejected list for what is"));
        var out = spec.commandLine().getOut();
        new RejectedPage(row, naming, endpoints.registryUrl()).lines().forEach(out::println);
        out.flush();
        return 0;
    }
}
