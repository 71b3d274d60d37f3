package dev.marketlake.allinone;

import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.query.CsvRows;
import dev.marketlake.allinone.query.JsonRows;
import dev.marketlake.allinone.query.RowPrinter;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        description = "Answers SQL (DuckDB's) from the tables of the lake, while the suite runs and when it does not.",
        footer = "Tables: see marketlake tables. Times are UTC. Example: select * from silver.bars limit 5",
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LakeOptions options = new LakeOptions();

    @ArgGroup
    private Form form = new Form();

    @ArgGroup
    private Moment moment = new Moment();

    @Parameters(paramLabel = "SQL", description = "One statement.")
    private String sql = "";

    @Override
    public Integer call() {
        var known = moment.known;
        if (known != null) {
            return known.answer(options, sql, form.printer(spec.commandLine().getOut()));
        }
        try (var access = options.open(System.getenv())) {
            var printer = form.printer(spec.commandLine().getOut());
            var asOf = moment.asOf;
            var snapshot = moment.snapshot;
            if (asOf != null) {
                access.lake().queryAsOf(asOf, sql, printer);
            } else if (snapshot != null) {
                access.lake().queryOf(snapshot, sql, printer);
            } else {
                access.lake().query(sql, printer);
            }
            return 0;
        }
    }

    /** Which versions of the tables are read; the latest where none is named. */
    static final class Moment {
        @Option(
                names = "--as-of",
                paramLabel = "TIME",
                description =
                        "From the versions that the tables had then, for example 2026-06-02T13:30:00Z; see marketlake history.")
        private @Nullable Instant asOf;

        @Option(
                names = "--snapshot",
                paramLabel = "NAME",
                description = "From the versions that marketlake snapshot has named.")
        private @Nullable String snapshot;

        @ArgGroup(exclusive = false)
        private @Nullable KnownAtOptions known;
    }

    /** One of the forms of output. */
    static final class Form {
        @Option(names = "--csv", description = "Comma-separated, with a header line.")
        private boolean csv;

        @Option(names = "--json", description = "An array with one object per row.")
        private boolean json;

        RowPrinter printer(PrintWriter out) {
            if (csv) {
                return new CsvRows(out);
            }
            return json ? new JsonRows(out) : new AlignedTable(out);
        }
    }
}
