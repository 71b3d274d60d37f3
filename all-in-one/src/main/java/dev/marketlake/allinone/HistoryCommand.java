package dev.marketlake.allinone;

import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.query.JsonRows;
import dev.marketlake.allinone.query.RowPrinter;
import dev.marketlake.allinone.query.VersionFacts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "history",
        description =
                "Lists the versions of a table, newest first: when, what happened, rows, files, and how far Kafka was taken.",
        footer = "written counts the rows of the files a version added, those of rewritten partitions too.",
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private static final int IN_A_LINE = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LakeOptions options = new LakeOptions();

    @Parameters(paramLabel = "TABLE", description = "For example silver.bars; see marketlake tables.")
    private String table = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many versions; 0: all that the log still has. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--json", description = "An array with one object per version.")
    private boolean json;

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit must be 0 (all) or more, not " + limit);
        }
        try (var access = options.open(System.getenv())) {
            var out = spec.commandLine().getOut();
            print(access.lake().history(table, limit), json ? new JsonRows(out) : new AlignedTable(out));
            return 0;
        }
    }

    private void print(List<VersionFacts> versions, RowPrinter printer) {
        printer.begin(
                List.of("version", "committed_at", "operation", "rows", "written", "added", "removed", "offsets"));
        for (var one : versions) {
            printer.row(Arrays.asList(
                    one.version(),
                    one.committedAt(),
                    one.operation(),
                    one.rows(),
                    one.written(),
                    one.added(),
                    one.removed(),
                    json ? one.offsets() : inALine(one.offsets())));
        }
        printer.end();
    }

    private static String inALine(Map<String, Long> offsets) {
        var first = offsets.entrySet().stream()
                .limit(IN_A_LINE)
                .map(entry -> entry.getKey() + "@" + entry.getValue())
                .collect(Collectors.joining(" "));
        return offsets.size() <= IN_A_LINE ? first : first + " and " + (offsets.size() - IN_A_LINE) + " more";
    }
}
