package dev.marketlake.proofs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove contention}. */
@Command(
        name = "contention",
        description = {
            "Has several sinks commit to one table at once, as fast as they can, beside a backfill of the same days and a compaction, and",
            "then to the next: every row has to be there once, and each commit has to be one version. The same on a store that ignores",
            "conditions, unnoticed for want of the start-up probe, has to fail."
        },
        mixinStandardHelpOptions = true)
final class ContentionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--writers",
            paramLabel = "N",
            defaultValue = "4",
            description = "At one table, beside the backfill. Default: ${DEFAULT-VALUE}.")
    private int writers = 4;

    @Option(
            names = "--commits",
            paramLabel = "N",
            defaultValue = "10000",
            description = "In all, 500 a table. Default: ${DEFAULT-VALUE}.")
    private int commits = 10_000;

    @Override
    public Integer call() {
        LawOptions.requireSome("--writers", writers);
        LawOptions.requireSome("--commits", commits);
        return law.prove(spec, proofs -> proofs.contention(writers, commits, law.seed()));
    }
}
