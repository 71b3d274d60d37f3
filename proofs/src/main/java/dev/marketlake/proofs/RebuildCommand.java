package dev.marketlake.proofs;

import dev.marketlake.allinone.Home;
import dev.marketlake.proofs.journey.GeneratedFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code prove rebuild}. */
@Command(
        name = "rebuild",
        description = {
            "Deletes the topics under a running sink and makes them anew: no row may go, no new record be skipped. Has retention take",
            "records that a sink has not read: that table has to halt, name range and remedy, and go on once it is applied. Then takes a",
            "folder of generated bars in, empties the lake: from Kafka every table has to end with the content it had; and takes the",
            "broker's disk away, with Silver and Gold: a replay from Bronze has to yield the rows they held, and the services to go on."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private static final int SYMBOLS = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LawOptions law = new LawOptions();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "" + GeneratedFolder.TWO_WEEKS,
            description = "Calendar days in the folder. Default: ${DEFAULT-VALUE}.")
    private int days = GeneratedFolder.TWO_WEEKS;

    @Override
    public Integer call() {
        LawOptions.requireSome("--days", days);
        return law.prove(spec, proofs -> proofs.rebuild(Home.find(), SYMBOLS, days));
    }
}
