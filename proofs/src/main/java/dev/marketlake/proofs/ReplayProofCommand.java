package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import dev.marketlake.allinone.Home;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.journey.GeneratedFolder;
import dev.marketlake.proofs.replay.RecordedRange;
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
            "process killed on the way: all have to equal the lake, as has one that is given up and resumed. Publishes a late correction, a",
            "late bar and a late split: a query as known before them has to say what the lake said then. Then falsifies rows, which a",
            "replay has to name and put right, and corrects a bar beyond the live depth, which a queued job has to take up."
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
            var range = RecordedRange.generated(work.resolve("recorded"), SYMBOLS, GeneratedFolder.TWO_WEEKS);
            var proof = new ReplayProof(home, range, work, System.out, Clock.systemUTC());
            System.out.println(proof.prove(seeds, seed));
            return 0;
        } catch (ProofFailed failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), failed);
        }
    }
}
