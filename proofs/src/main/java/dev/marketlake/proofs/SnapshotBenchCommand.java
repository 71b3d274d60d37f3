package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench snapshots}. */
@Command(
        name = "snapshots",
        description = {
            "Commits to one table over and over, and times how long somebody who knows nothing of it takes to learn what it holds, after",
            "a few commits and after many, with the store in memory: it should not depend on how many there were. A target that is missed",
            "is told and leaves the exit code 0."
        },
        mixinStandardHelpOptions = true)
final class SnapshotBenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--few",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Commits before the first loads. Default: ${DEFAULT-VALUE}.")
    private int few = 1_000;

    @Option(
            names = "--many",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Commits before the last loads. Default: ${DEFAULT-VALUE}.")
    private int many = 20_000;

    @Override
    public Integer call() {
        LawOptions.requireSome("--few", few);
        if (many <= few) {
            throw new CommandFailure("--many " + many + " cannot be used: more than --few, " + few);
        }
        return law.prove(spec, proofs -> proofs.snapshots(few, many));
    }
}
