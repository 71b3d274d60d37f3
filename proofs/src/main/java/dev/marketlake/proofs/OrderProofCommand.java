package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.claim.ServiceJvm;
import dev.marketlake.proofs.order.OrderProof;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove order}. */
@Command(
        name = "order",
        description = {
            "Sends generated days of every feed through the topology, each in sorted order and then shuffled or up to 48 h late, with",
            "repeats: bars, readings, standing alerts, daily facts and the order-free totals of the ledger have to be the same. An engine",
            "that leaves aside what is a day behind the newest event is tried as well, and has to fail."
        },
        mixinStandardHelpOptions = true)
final class OrderProofCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Days to try, seeds 1 to N. Default: ${DEFAULT-VALUE}.")
    private long seeds = 10_000;

    @Option(names = "--seed", paramLabel = "S", description = "Try this one alone, for example one that failed.")
    private @Nullable Long seed;

    @Option(names = "--control", description = "Try the control alone.")
    private boolean control;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Seeds at once. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Option(names = ServiceJvm.HERE, hidden = true, description = "This JVM has the stream processor's libraries.")
    private boolean inThisJvm;

    @Override
    public Integer call() {
        if (seeds < 1 || threads < 1) {
            throw new CommandFailure("--seeds " + seeds + " --threads " + threads + " cannot be used: at least 1 each");
        }
        if (json && (control || seed != null)) {
            throw new CommandFailure("--json goes with the whole proof: leave out --seed and --control");
        }
        try {
            return inThisJvm ? prove() : ServiceJvm.STREAM_PROCESSOR.run(ProofCommands.asGiven(spec));
        } catch (ProofFailed failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), failed);
        }
    }

    private int prove() {
        PrintStream progress = json ? System.err : System.out;
        var proof = new OrderProof(threads, Clock.systemUTC(), progress::println);
        if (seed != null) {
            System.out.println(proof.proveSeed(seed));
        } else if (control) {
            var caught = proof.control(seeds);
            System.out.println("the control fails on seed " + caught.seed() + ", as it must: " + caught.difference());
        } else {
            var figures = proof.prove(seeds);
            System.out.println(json ? figures.json() : figures.line());
        }
        return 0;
    }
}
