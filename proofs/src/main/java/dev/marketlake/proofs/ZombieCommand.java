package dev.marketlake.proofs;

import dev.marketlake.allinone.Home;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove zombie}. */
@Command(
        name = "zombie",
        description = {
            "Stops a sink process in the middle of a commit (SIGSTOP) until its session is over and another one has committed what it",
            "held, and more; then lets it go on, its own put with it: it has to be fenced each time, and every row has to be there",
            "once. Twenty times as many sinks stand still in memory; there the same without the txn check, with a client that",
            "retries blindly, and on a store that ignores conditions, has to fail."
        },
        mixinStandardHelpOptions = true)
final class ZombieCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "50",
            description = "Processes stopped. Default: ${DEFAULT-VALUE}.")
    private int times = 50;

    @Override
    public Integer call() {
        LawOptions.requireSome("--times", times);
        return law.prove(spec, proofs -> proofs.zombies(Home.find(), times, law.seed()));
    }
}
