package dev.marketlake.allinone;

import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.query.JsonRows;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.lake.maintain.Compaction;
import dev.marketlake.lake.maintain.Packing;
import dev.marketlake.lake.table.LakeConfig;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "compact",
        description = {
            "Puts small files of each partition together, beside the live writes: the same rows, proven before they are committed.",
            "What the sink does by itself from time to time (maintenance of lake.yml), now and for two files or more."
        },
        mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LakeOptions options = new LakeOptions();

    @Parameters(
            paramLabel = "TABLE",
            arity = "0..1",
            description = "For example bronze.raw_quotes. Default: every table.")
    private @Nullable String table;

    @Option(names = "--json", description = "An array with one object per table.")
    private boolean json;

    @Override
    public Integer call() {
        var environment = System.getenv();
        var packing = new Packing(
                2, LakeConfig.read(options.config(environment)).upkeep().largeBytes());
        try (var access = options.open(environment);
                var store = access.lake().objectStore()) {
            var compaction = new Compaction(store, Clock.systemUTC(), packing);
            var out = spec.commandLine().getOut();
            var printer = json ? new JsonRows(out) : new AlignedTable(out);
            printer.begin(List.of("table", "files", "became", "rows", "overtaken"));
            for (var one : MaintainedTables.of(table)) {
                var done = Lake.asked(() -> compaction.compact(one));
                printer.row(Arrays.asList(done.table(), done.before(), done.after(), done.rows(), done.overtaken()));
            }
            printer.end();
            return 0;
        } catch (IllegalStateException refused) {
            throw new CommandFailure(String.valueOf(refused.getMessage()), refused);
        }
    }
}
