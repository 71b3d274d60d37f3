package dev.marketlake.allinone;

import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.query.JsonRows;
import dev.marketlake.allinone.query.RowPrinter;
import dev.marketlake.allinone.query.TableFacts;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "tables",
        description = "Lists the tables of the lake: version, rows, files, bytes, last commit.",
        mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LakeOptions options = new LakeOptions();

    @Option(names = "--json", description = "An array with one object per table.")
    private boolean json;

    @Override
    public Integer call() {
        try (var access = options.open(System.getenv())) {
            var out = spec.commandLine().getOut();
            print(access.lake().tables(), json ? new JsonRows(out) : new AlignedTable(out));
            return 0;
        }
    }

    private static void print(List<TableFacts> tables, RowPrinter printer) {
        printer.begin(List.of("table", "version", "rows", "files", "bytes", "last_commit"));
        for (var table : tables) {
            printer.row(Arrays.asList(
                    table.name(), table.version(), table.rows(), table.files(), table.bytes(), table.lastCommit()));
        }
        printer.end();
    }
}
