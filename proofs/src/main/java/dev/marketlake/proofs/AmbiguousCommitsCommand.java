package dev.marketlake.proofs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove ambiguous-commits}. */
@Command(
        name = "ambiguous-commits",
        description = {
            "Commits tables, appended and upserted ones, through a network that fails a fifth of the puts of a log entry: the put is lost,",
            "done late, done twice, or done with no answer, too late an answer, or 409, 412, 500 or 503 for one. Every row has to be",
            "there once, and each commit has to be one version. The same without the txn check, and with a client that retries",
            "blindly, has to fail."
        },
        mixinStandardHelpOptions = true)
final class AmbiguousCommitsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--commits",
            paramLabel = "N",
            defaultValue = "10000",
            description = "In all, 500 a table. Default: ${DEFAULT-VALUE}.")
    private int commits = 10_000;

    @Override
    public Integer call() {
        LawOptions.requireSome("--commits", commits);
        return law.prove(spec, proofs -> proofs.ambiguousCommits(commits, law.seed()));
    }
}
