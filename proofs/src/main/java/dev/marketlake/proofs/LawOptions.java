package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import dev.marketlake.allinone.Home;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.claim.ServiceJvm;
import dev.marketlake.proofs.sink.CommitProofs;
import dev.marketlake.proofs.sink.Figures;
import java.io.PrintStream;
import java.time.Clock;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What the proofs of the sink's laws have in common. */
final class LawOptions {
    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "First seed, for example one that failed. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "Tables at once. Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Option(names = ServiceJvm.HERE, hidden = true, description = "This JVM has the lake sink's libraries.")
    private boolean inThisJvm;

    long seed() {
        return seed;
    }

    /** Runs a proof in a JVM that has what it needs. @return the exit code */
    int prove(CommandSpec spec, Function<CommitProofs, Figures> proof) {
        if (threads < 1) {
            throw new CommandFailure("--threads " + threads + " cannot be used: at least 1");
        }
        try {
            return inThisJvm
                    ? here(spec.qualifiedName("-").replaceFirst("^[^-]*-", ""), proof)
                    : ServiceJvm.LAKE_SINK.run(ProofCommands.asGiven(spec));
        } catch (ProofFailed failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), failed);
        }
    }

    private int here(String name, Function<CommitProofs, Figures> proof) {
        PrintStream progress = json ? System.err : System.out;
        var work = Home.find().root().resolve("data/" + name);
        var figures =
                proof.apply(new CommitProofs(WorkFolder.anew(work), threads, Clock.systemUTC(), progress::println));
        System.out.println(json ? figures.json() : figures.line());
        WorkFolder.anew(work);
        return 0;
    }

    /** @throws CommandFailure where a count is less than 1 */
    static void requireSome(String option, int count) {
        if (count < 1) {
            throw new CommandFailure(option + " " + count + " cannot be used: at least 1");
        }
    }
}
