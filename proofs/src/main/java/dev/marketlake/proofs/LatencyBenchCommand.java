package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import dev.marketlake.allinone.Home;
import dev.marketlake.proofs.bench.LatencyBench;
import dev.marketlake.proofs.bench.LatencyPlan;
import dev.marketlake.proofs.claim.ProofFailed;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench latency}. */
@Command(
        name = "latency",
        description = {
            "Publishes 1-minute bars at a steady rate, one in 200 with a volume spike, and measures how long each bar and each alert",
            "takes from the moment its raw event was due to a reader of committed records. Then kills the stream processor and",
            "restarts it under the same load, and checks that every bar and every alert came exactly once. A target that is missed",
            "is told and leaves the exit code 0."
        },
        mixinStandardHelpOptions = true)
final class LatencyBenchCommand implements Callable<Integer> {
    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Raw events a second. Default: ${DEFAULT-VALUE}.")
    private int rate = 5_000;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long to measure, after a warm-up. Default: ${DEFAULT-VALUE}.")
    private int seconds = 30;

    @Option(
            names = "--symbols",
            paramLabel = "N",
            defaultValue = "200",
            description = "Symbols the events are spread over. Default: ${DEFAULT-VALUE}.")
    private int symbols = 200;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var plan = plan();
        var home = Home.find();
        PrintStream progress = json ? System.err : System.out;
        try {
            var work = WorkFolder.anew(home.root().resolve("data/bench-latency"));
            var figures = new LatencyBench(home, work, Clock.systemUTC(), progress::println).run(plan);
            if (json) {
                System.out.println(figures.json());
            } else {
                figures.lines().forEach(System.out::println);
            }
            WorkFolder.anew(work);
            return 0;
        } catch (ProofFailed failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), failed);
        }
    }

    private LatencyPlan plan() {
        try {
            return new LatencyPlan(rate, seconds, symbols);
        } catch (IllegalArgumentException unusable) {
            throw new CommandFailure(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
