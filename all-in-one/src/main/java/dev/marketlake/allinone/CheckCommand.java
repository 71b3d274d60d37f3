package dev.marketlake.allinone;

import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.allinone.watch.ServiceReports;
import dev.marketlake.config.Spelling;
import dev.marketlake.lake.quality.Quality.Verdict;
import dev.marketlake.lake.quality.QualityConfig;
import dev.marketlake.lake.quality.QualityFile;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "check",
        description =
                "Runs the quality checks of config/quality.yml on the lake as it is now, while the suite runs and when it"
                        + " does not; exit code 0 only if none fails but those of severity warn.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LakeOptions options = new LakeOptions();

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "Only the checks of this table, for example silver.bars.")
    private @Nullable String table;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description =
                    "Folder of quality.yml. Default: that of the running suite, else MARKETLAKE_CONFIG, else config.")
    private @Nullable Path config;

    @Option(names = "--warnings", description = "Exit code 1 also where a check of severity warn fails.")
    private boolean warnings;

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Option(
            names = "--release",
            paramLabel = "TABLE",
            description =
                    "Checks nothing: publishes a Gold table that a running suite holds, in spite of the checks that hold it."
                            + " Each holds it again once it has passed and fails anew.")
    private @Nullable String release;

    @Override
    public Integer call() {
        if (release != null) {
            return release(release);
        }
        var wanted = Optional.ofNullable(table);
        wanted.ifPresent(this::requireTable);
        var checks = QualityFile.readIn(options.config(config, System.getenv()));
        try (var access = options.open(System.getenv())) {
            var verdicts = access.lake().check(checks, wanted);
            print(checks, verdicts, spec.commandLine().getOut());
            return verdicts.stream().anyMatch(this::counts) ? 1 : 0;
        }
    }

    private int release(String name) {
        requireTable(name);
        try (var reports = new ServiceReports(options.running().endpoints())) {
            var checks = reports.release(name)
                    .orElseThrow(() -> new CommandFailure("the lake sink does not answer: see marketlake status"));
            var out = spec.commandLine().getOut();
            out.println(
                    checks.isEmpty()
                            ? name + " is not held"
                            : name + " is published in spite of " + String.join("; ", checks));
            out.flush();
            return checks.isEmpty() ? 1 : 0;
        }
    }

    private void requireTable(String name) {
        var known = Tables.all().stream().map(LakeTable::name).toList();
        if (!known.contains(name)) {
            throw new ParameterException(spec.commandLine(), "there is no table " + name + Spelling.hint(name, known));
        }
    }

    private boolean counts(Verdict verdict) {
        return verdict.failed() && (warnings || !verdict.severity().equals("WARN"));
    }

    private void print(QualityConfig checks, List<Verdict> verdicts, PrintWriter out) {
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(verdicts));
        } else {
            var printed = new AlignedTable(out);
            printed.begin(List.of("table", "check", "severity", "outcome", "found"));
            verdicts.forEach(one -> printed.row(Arrays.asList(
                    one.table(), one.check(), one.severity().toLowerCase(Locale.ROOT), one.outcome(), found(one))));
            printed.end();
            out.println(summary(checks, verdicts));
        }
        out.flush();
    }

    private static String found(Verdict verdict) {
        return verdict.message()
                + (verdict.failed() && !verdict.samples().isEmpty()
                        ? "; first: " + String.join(" | ", verdict.samples())
                        : "");
    }

    private static String summary(QualityConfig checks, List<Verdict> verdicts) {
        return String.format(
                Locale.ROOT,
                "%d passed, %d failed, %d undecided; quality.yml version %s",
                count(verdicts, "PASSED"),
                count(verdicts, "FAILED"),
                count(verdicts, "UNDECIDED"),
                checks.version());
    }

    private static long count(List<Verdict> verdicts, String outcome) {
        return verdicts.stream().filter(one -> one.outcome().equals(outcome)).count();
    }
}
