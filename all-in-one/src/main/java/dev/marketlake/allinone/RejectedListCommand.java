package dev.marketlake.allinone;

import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.query.JsonRows;
import dev.marketlake.allinone.rejected.RejectedRecords;
import dev.marketlake.allinone.rejected.RejectedRows;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        description = "Lists rejected records, newest first, as far back as market.rejected is kept.",
        mixinStandardHelpOptions = true)
final class RejectedListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunningSuite suite = new RunningSuite();

    @Mixin
    private RejectedOptions which = new RejectedOptions();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many. Default: 20.")
    private int limit = 20;

    @Option(names = "--json", description = "An array with one object per record.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 or more, not " + limit);
        }
        var filter = which.filter(Clock.systemUTC());
        var records = new RejectedRecords(suite.find().endpoints());
        var rows = new RejectedRows(records.newest(filter, limit), records.naming());
        var out = spec.commandLine().getOut();
        rows.print(json ? new JsonRows(out) : new AlignedTable(out));
        return 0;
    }
}
