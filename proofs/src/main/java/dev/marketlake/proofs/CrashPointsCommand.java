package dev.marketlake.proofs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove crash-points}. */
@Command(
        name = "crash-points",
        description = {
            "Ends a sink hard at each of 18 places in its work, among them after an upload, before and after a commit, with its reply",
            "lost, and during a checkpoint, and a compaction and a vacuum at four each; and starts another sink: the table has to equal",
            "what its records say, its offsets have to be without a gap, one more start has to change nothing, and clearing up has to",
            "leave no orphan. The same without the txn check has to fail."
        },
        mixinStandardHelpOptions = true)
final class CrashPointsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "50",
            description = "Tables for each place. Default: ${DEFAULT-VALUE}.")
    private int seeds = 50;

    @Override
    public Integer call() {
        LawOptions.requireSome("--seeds", seeds);
        return law.prove(spec, proofs -> proofs.crashPoints(seeds, law.seed()));
    }
}
