package dev.marketlake.allinone;

import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.query.JsonRows;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.lake.maintain.NamedSnapshots;
import dev.marketlake.lake.store.StoreFailure;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "snapshot",
        description =
                "Names the present versions of all tables, so that they stay readable: no vacuum takes them away.",
        footer = "Read one with marketlake query --snapshot NAME \"SQL\".",
        mixinStandardHelpOptions = true)
final class SnapshotCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: create, list or drop.");
    }

    @Command(name = "create", description = "Names the present versions.", mixinStandardHelpOptions = true)
    int create(
            @Mixin LakeOptions options,
            @Parameters(paramLabel = "NAME", description = "Letters, digits, dots, dashes and underscores.")
                    String name) {
        try (var access = options.open(System.getenv());
                var store = access.lake().objectStore()) {
            var snapshot = Lake.asked(() -> {
                try {
                    return new NamedSnapshots(store, Clock.systemUTC()).create(name);
                } catch (StoreFailure.AlreadyExists taken) {
                    throw new CommandFailure(
                            "there is a snapshot " + name + " already: drop it first, or take another name", taken);
                }
            });
            spec.commandLine()
                    .getOut()
                    .println(snapshot.name() + " names " + snapshot.tables().size() + " tables as of "
                            + snapshot.createdAt());
            return 0;
        }
    }

    @Command(name = "list", description = "Lists the names there are.", mixinStandardHelpOptions = true)
    int list(
            @Mixin LakeOptions options,
            @Option(names = "--json", description = "An array with one object per snapshot.") boolean json) {
        try (var access = options.open(System.getenv());
                var store = access.lake().objectStore()) {
            var out = spec.commandLine().getOut();
            var printer = json ? new JsonRows(out) : new AlignedTable(out);
            printer.begin(List.of("name", "created_at", "tables"));
            for (var one : Lake.asked(() -> new NamedSnapshots(store, Clock.systemUTC()).list())) {
                printer.row(Arrays.asList(
                        one.name(),
                        one.createdAt(),
                        json ? one.tables() : one.tables().size()));
            }
            printer.end();
            return 0;
        }
    }

    @Command(
            name = "drop",
            description = "Gives a name up; what only it held goes with the next vacuum.",
            mixinStandardHelpOptions = true)
    int drop(
            @Mixin LakeOptions options,
            @Parameters(paramLabel = "NAME", description = "As it is listed.") String name) {
        try (var access = options.open(System.getenv());
                var store = access.lake().objectStore()) {
            if (!Lake.asked(() -> new NamedSnapshots(store, Clock.systemUTC()).drop(name))) {
                throw new CommandFailure("there is no snapshot " + name + ": see marketlake snapshot list");
            }
            spec.commandLine().getOut().println(name + " is dropped");
            return 0;
        }
    }
}
