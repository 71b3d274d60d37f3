package dev.marketlake.proofs;

import dev.marketlake.allinone.Home;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench sink}. */
@Command(
        name = "sink",
        description = {
            "Publishes raw events, and a day of bars of many symbols, while a sink stands still, and times how long it takes to bring",
            "them in once it is let go, round by round from a cold sink to a warm one: rows a second and for each second of processor",
            "time, requests to the store and bytes of the log; then checks the tables. A target that is missed is told and leaves the",
            "exit code 0."
        },
        mixinStandardHelpOptions = true)
final class SinkBenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Raw events to append in all. Default: ${DEFAULT-VALUE}.")
    private int rows = 1_000_000;

    @Option(
            names = "--symbols",
            paramLabel = "N",
            defaultValue = "500",
            description = "Symbols with 390 bars each. Default: ${DEFAULT-VALUE}.")
    private int symbols = 500;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "12",
            description = "Rounds the rows come in; every one brings the bars anew. Default: ${DEFAULT-VALUE}.")
    private int rounds = 12;

    @Override
    public Integer call() {
        LawOptions.requireSome("--rows", rows);
        LawOptions.requireSome("--symbols", symbols);
        LawOptions.requireSome("--rounds", rounds);
        return law.prove(spec, proofs -> proofs.bench(Home.find(), rows, symbols, rounds));
    }
}
