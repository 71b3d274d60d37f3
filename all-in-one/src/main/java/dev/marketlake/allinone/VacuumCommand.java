package dev.marketlake.allinone;

import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.query.JsonRows;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.lake.delta.VersionGone;
import dev.marketlake.lake.maintain.Retention;
import dev.marketlake.lake.maintain.Vacuum;
import dev.marketlake.lake.table.LakeConfig;
import java.time.Clock;
import java.time.Duration;
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
        name = "vacuum",
        description = {
            "Removes data files that no version within the retention and no named snapshot has, and what crashes left.",
            "Runs beside the live writes. Older versions than that cannot be read any more."
        },
        mixinStandardHelpOptions = true)
final class VacuumCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LakeOptions options = new LakeOptions();

    @Parameters(paramLabel = "TABLE", arity = "0..1", description = "For example silver.bars. Default: every table.")
    private @Nullable String table;

    @Option(
            names = "--retention",
            paramLabel = "TIME",
            description = "How long older versions stay readable, such as P7D or PT0S. Default: that of lake.yml.")
    private @Nullable Duration retention;

    @Option(
            names = "--orphans",
            paramLabel = "TIME",
            description = "How long files that no version has are kept, PT1H at least. Default: that of lake.yml.")
    private @Nullable Duration orphans;

    @Option(names = "--dry-run", description = "Says what would go, and removes nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "An array with one object per table.")
    private boolean json;

    @Override
    public Integer call() {
        var environment = System.getenv();
        var upkeep = LakeConfig.read(options.config(environment)).upkeep();
        var kept = new Retention(
                retention == null ? upkeep.keepVersions() : retention,
                orphans == null ? upkeep.keepOrphans() : orphans);
        try (var access = options.open(environment);
                var store = access.lake().objectStore()) {
            var vacuum = new Vacuum(store, Clock.systemUTC(), kept);
            var out = spec.commandLine().getOut();
            var printer = json ? new JsonRows(out) : new AlignedTable(out);
            printer.begin(List.of("table", "retired", "orphans", "bytes", "first"));
            for (var one : MaintainedTables.of(table)) {
                var done = Lake.asked(() -> dryRun ? vacuum.look(one) : vacuum.vacuum(one));
                printer.row(Arrays.asList(
                        done.table(),
                        done.retired(),
                        done.orphans(),
                        done.bytes(),
                        done.first().isEmpty() ? null : done.first().getFirst()));
            }
            printer.end();
            return 0;
        } catch (IllegalStateException | VersionGone refused) {
            throw new CommandFailure(String.valueOf(refused.getMessage()), refused);
        }
    }
}
