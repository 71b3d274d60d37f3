package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import dev.marketlake.allinone.Home;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.journey.GeneratedFolder;
import dev.marketlake.proofs.replay.ReplayProof;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove replay}. */
@Command(
        name = "replay",
        description = {
            "Takes a folder of generated 1-minute bars in and replays random ranges of it at 1, 2 and 4 threads, each with the job's",
            "process killed on the way: all have to equal the lake. Then falsifies rows: the replay has to name them and put them right."
        },
        mixinStandardHelpOptions = true)
final class ReplayProofCommand implements Callable<Integer> {
    private static final int SYMBOLS = 4;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Replays. Default: ${DEFAULT-VALUE}.")
    private int seeds = 20;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "Of ranges and kills. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "New or empty folder for the run. Default: data/prove-replay in the checkout, made anew.")
    private @Nullable Path data;

    @Override
    public Integer call() {
        var home = Home.find();
        try {
            var work =
                    data == null ? WorkFolder.anew(home.root().resolve("data/prove-replay")) : WorkFolder.empty(data);
            var files = GeneratedFolder.in(work.resolve("recorded"), SYMBOLS, GeneratedFolder.TWO_WEEKS);
            var proof = new ReplayProof(
                    home,
                    files,
                    work,
                    GeneratedFolder.symbols(SYMBOLS),
                    GeneratedFolder.FIRST,
                    GeneratedFolder.FIRST.plusDays(GeneratedFolder.TWO_WEEKS - 1),
                    System.out,
                    Clock.systemUTC());
            System.out.println(proof.prove(seeds, seed));
            return 0;
        } catch (ProofFailed failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), failed);
        }
    }
}
