package dev.marketlake.proofs;

import dev.marketlake.allinone.Home;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove outages}. */
@Command(
        name = "outages",
        description = {
            "Runs a sink whose store goes down, is full, and refuses the credentials, a minute each, while records go on coming: its",
            "readiness has to tell, and it has to catch up and be ready again by itself. Then every answer takes 2 s, with which it",
            "has to go on as it is. In the end every row has to be there once."
        },
        mixinStandardHelpOptions = true)
final class OutagesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Of each outage. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Override
    public Integer call() {
        LawOptions.requireSome("--seconds", seconds);
        return law.prove(spec, proofs -> proofs.outages(Home.find(), Duration.ofSeconds(seconds)));
    }
}
