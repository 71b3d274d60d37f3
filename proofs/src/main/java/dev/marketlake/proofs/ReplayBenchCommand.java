package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import dev.marketlake.allinone.Home;
import dev.marketlake.proofs.bench.ReplayBench;
import dev.marketlake.proofs.claim.ProofFailed;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench replay}. */
@Command(
        name = "replay",
        description = {
            "Loads the raw topic with 1-minute bars (10 %% exact repeats, 1 %% unusable, 2 %% late), drains it through the",
            "stream processor, then through stream processor and sink, and checks the answer."
        },
        mixinStandardHelpOptions = true)
final class ReplayBenchCommand implements Callable<Integer> {
    @Option(names = "--events", defaultValue = "2000000", description = "Raw events. Default: ${DEFAULT-VALUE}.")
    private long events = 2_000_000;

    @Option(
            names = "--symbols",
            defaultValue = "200",
            description = "Symbols, at most 17576. Default: ${DEFAULT-VALUE}.")
    private int symbols = 200;

    @Option(
            names = "--lake",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether to drain into the lake as well. Default: yes.")
    private boolean lake = true;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (symbols < 1 || symbols > 17_576 || events < symbols) {
            throw new CommandFailure("--symbols " + symbols + " --events " + events
                    + " cannot be used: 1 to 17576 symbols, and at least one event for each");
        }
        var home = Home.find();
        PrintStream progress = json ? System.err : System.out;
        try {
            var work = WorkFolder.anew(home.root().resolve("data/bench-replay"));
            var figures = new ReplayBench(home, work, Clock.systemUTC(), progress::println).run(events, symbols, lake);
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
}
