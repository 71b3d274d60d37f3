package dev.marketlake.allinone;

import dev.marketlake.allinone.query.LakeAccess;
import dev.marketlake.allinone.replay.QueuedJobs;
import dev.marketlake.allinone.replay.Replay;
import dev.marketlake.allinone.replay.ReplayFailure;
import dev.marketlake.allinone.replay.ReplayRequest;
import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import dev.marketlake.allinone.replay.Report;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description = {
            "Derives bars, readings, alerts and daily facts of a range of trade dates once more from the raw events.",
            "With --verify compares them with the lake, else puts what differs right, on dates that are no longer live's."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", paramLabel = "DATE", description = "First trade date, such as 2019-02-11.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last trade date. Default: the first one.")
    private @Nullable LocalDate to;

    @Option(names = "--symbols", paramLabel = "A,B", split = ",", description = "Default: all of symbols.yml.")
    private List<String> symbols = List.of();

    @Option(
            names = "--source",
            paramLabel = "WHERE",
            defaultValue = "bronze",
            description =
                    "bronze: raw events of the lake; kafka: those market.raw still holds. Default: ${DEFAULT-VALUE}.")
    private Source source = Source.BRONZE;

    @Option(names = "--verify", description = "Compares and writes nothing; exit code 0 only if every table is equal.")
    private boolean verify;

    @Option(
            names = "--resume",
            paramLabel = "ID",
            description = "Goes on with a replay that was not finished; what it is to do is known.")
    private @Nullable String resume;

    @Option(
            names = "--queued",
            description = "Runs the jobs that events older than the live depth wait for, and marks them done.")
    private boolean queued;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5000",
            description =
                    "Raw events a second at most, so that live is little disturbed; 0: no limit. Default: ${DEFAULT-VALUE}.")
    private int rate = 5_000;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Stream threads of the job. Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of a suite, running or not: where none runs, what is needed of it is started. Default: that of the"
                            + " running one, else data/demo.")
    private @Nullable Path data;

    @Override
    public Integer call() {
        if (resume == null && from == null && !queued) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name the range: --from DATE --to DATE, or a job with --resume ID, or --queued");
        }
        var home = Home.find();
        var folder = home.chosen(data);
        if (!folder.exists()) {
            throw new CommandFailure("no lake in " + folder.root() + ": name a suite's folder with --data");
        }
        var terminal = Terminal.ofThisProcess();
        var clock = Clock.systemUTC();
        try (var place = SuiteAtHand.of(
                        home, folder, queued ? SuiteAtHand.FOR_THE_QUEUE : SuiteAtHand.FOR_A_RANGE, terminal, clock);
                var access = LakeAccess.of(folder)) {
            var display = new ReplayDisplay(terminal, clock);
            var replay = new Replay(place.site(), access.lake(), clock, display);
            if (queued) {
                terminal.print(new QueuedJobs(place.site(), access.lake(), replay, display).run(threads, rate));
                return 0;
            }
            return tell(
                    resume == null ? replay.begin(request(place.site().config())) : replay.resume(resume), terminal);
        } catch (ReplayFailure failure) {
            throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
        }
    }

    private ReplayRequest request(Path config) {
        var first = Objects.requireNonNull(from);
        return new ReplayRequest(
                first,
                to == null ? first : to,
                symbols.isEmpty() ? all(config) : symbols,
                source,
                verify ? Purpose.VERIFY : Purpose.REWRITE,
                threads,
                rate);
    }

    private static List<String> all(Path config) {
        return Watchlist.read(config.resolve("symbols.yml")).symbols().stream()
                .map(Symbol::value)
                .toList();
    }

    private static int tell(Report report, Terminal terminal) {
        report.differences().forEach(terminal::print);
        terminal.print(report.line());
        if (!report.holds()) {
            terminal.print("the replayed rows stay in " + report.rows());
        }
        return report.holds() ? 0 : 1;
    }
}
