package dev.marketlake.proofs;

import dev.marketlake.allinone.CommandFailure;
import dev.marketlake.allinone.Home;
import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.journey.GeneratedFolder;
import dev.marketlake.proofs.journey.Journey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code prove journey}. */
@Command(
        name = "journey",
        description = {
            "Sends a folder of recorded 1-minute bars through the whole suite and compares every table with the files,",
            "once; then again with every symbol polled twice more; then afresh with each service killed in the middle."
        },
        mixinStandardHelpOptions = true)
final class JourneyCommand implements Callable<Integer> {
    @Option(
            names = "--recorded",
            paramLabel = "DIR",
            description = "Folder of SYMBOL.csv or SYMBOL.csv.gz, stamped at the close. Default: a generated one.")
    private @Nullable Path recorded;

    @Option(
            names = "--kills",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether to run with each service killed once as well. Default: yes.")
    private boolean kills = true;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "New or empty folder for the runs. Default: data/prove-journey in the checkout, made anew.")
    private @Nullable Path data;

    @Override
    public Integer call() {
        var home = Home.find();
        try {
            var work =
                    data == null ? WorkFolder.anew(home.root().resolve("data/prove-journey")) : WorkFolder.empty(data);
            var files = recorded == null ? GeneratedFolder.in(work.resolve("recorded"), 6, 3) : recorded;
            var journey = new Journey(home, files, work, System.out, Clock.systemUTC());
            System.out.println(kills ? journey.proveWithKills() : journey.prove());
            return 0;
        } catch (ProofFailed failed) {
            throw new CommandFailure(String.valueOf(failed.getMessage()), failed);
        }
    }
}
