package dev.marketlake.allinone;

import dev.marketlake.allinone.ledger.Grouping;
import dev.marketlake.allinone.ledger.LedgerReading;
import dev.marketlake.allinone.ledger.LedgerStatement;
import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.watch.LedgerTotals;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "ledger",
        description =
                "Tells what became of every raw record of a running suite; exit code 0 only if the columns of each partition"
                        + " sum to its offsets.",
        mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("accepted", "revised", "duplicate", "superseded", "rejected", "beyond_depth", "records");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunningSuite suite = new RunningSuite();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "source",
            description = "A line for each: ${COMPLETION-CANDIDATES}. Default: source.")
    private Grouping by = Grouping.SOURCE;

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            split = ",",
            description = "Lines and total of these symbols only; the balance is of all.")
    private Set<String> symbols = Set.of();

    @Option(names = "--wait", description = "Waits until every raw record there is has been counted.")
    private boolean wait;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Override
    public Integer call() {
        var terminal = Terminal.ofThisProcess();
        try (var reading = new LedgerReading(suite.find().endpoints(), Clock.systemUTC())) {
            var statement = wait
                    ? reading.caughtUp(
                            lag -> terminal.show(String.format(Locale.ROOT, "%,d records to be counted", lag)))
                    : reading.statement();
            terminal.show("");
            print(statement, spec.commandLine().getOut());
            return statement.faults().isEmpty() ? 0 : 1;
        }
    }

    private void print(LedgerStatement statement, PrintWriter out) {
        if (json) {
            out.println(
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(forMachines(statement)));
        } else {
            lines(statement, out);
            partitions(statement, out);
            out.println(verdict(statement));
        }
        out.flush();
    }

    private LinkedHashMap<String, Object> forMachines(LedgerStatement statement) {
        var all = new LinkedHashMap<String, Object>();
        all.put("by", by.name().toLowerCase(Locale.ROOT));
        all.put("lines", statement.lines(by, symbols));
        all.put("total", statement.total(symbols));
        all.put("partitions", statement.partitions());
        all.put("lag", statement.lag());
        all.put("balances", statement.faults().isEmpty());
        return all;
    }

    private void lines(LedgerStatement statement, PrintWriter out) {
        var table = new AlignedTable(out);
        table.begin(Stream.concat(Stream.of(by.name().toLowerCase(Locale.ROOT)), COLUMNS.stream())
                .toList());
        statement.lines(by, symbols).forEach(line -> table.row(row(line.of(), line.counts())));
        table.row(row("total", statement.total(symbols)));
        table.end();
    }

    private static List<@Nullable Object> row(String of, LedgerTotals counts) {
        return Arrays.asList(
                of,
                counts.accepted(),
                counts.revised(),
                counts.duplicate(),
                counts.superseded(),
                counts.rejected(),
                counts.beyondDepth(),
                counts.all());
    }

    private static void partitions(LedgerStatement statement, PrintWriter out) {
        var table = new AlignedTable(out);
        table.begin(List.of("partition", "records", "first", "next", "end", "lag"));
        statement
                .partitions()
                .forEach(one -> table.row(
                        Arrays.asList(one.name(), one.counts().all(), one.first(), one.next(), one.end(), one.lag())));
        table.end();
    }

    private static String verdict(LedgerStatement statement) {
        var faults = statement.faults();
        return faults.isEmpty()
                ? String.format(Locale.ROOT, "balances; %,d raw records wait to be counted", statement.lag())
                : "does not balance: " + String.join("\n                  ", faults);
    }
}
