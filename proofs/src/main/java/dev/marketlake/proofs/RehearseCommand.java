package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import dev.marketlake.allinone.Home;
import dev.marketlake.proofs.bench.Rehearsal;
import dev.marketlake.proofs.claim.ProofFailed;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code rehearse}, which the launcher runs once after a build. */
@Command(
        name = "rehearse",
        hidden = true,
        description =
                "Lets the services do some of their work and keeps what the JVM learned of them, for quick starts.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        var home = Home.find();
        var work = WorkFolder.anew(home.root().resolve("data/rehearsal"));
        try {
            Rehearsal.of(home, work, Clock.systemUTC());
            return 0;
        } catch (ProofFailed failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), failed);
        } finally {
            WorkFolder.remove(work);
        }
    }
}
