package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.ConfiguredProviders;
import dev.marketlake.allinone.suite.MarketSource;
import dev.marketlake.allinone.suite.RecordedMarketFolder;
import dev.marketlake.allinone.suite.SuiteSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description =
                "Runs the whole suite on the providers configured in config/ and the environment, or on recorded files.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Option(
            names = "--recorded",
            paramLabel = "DIR",
            description =
                    "Serve the 1-minute bars of this folder instead of asking providers: SYMBOL.csv or SYMBOL.csv.gz with timestamp"
                            + " (New York time), open, high, low, close, volume.")
    private @Nullable Path recorded;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description =
                    "Poll each symbol and feed N times; 0: for ever. Default: 1 with --until-drained or --recorded, else 0.")
    private @Nullable Integer rounds;

    @Option(
            names = "--until-drained",
            description =
                    "After the rounds wait until everything is in the lake, then stop; exit code 0 only if no fetch"
                            + " failed for good.")
    private boolean untilDrained;

    @Override
    public Integer call() {
        requireSense();
        var stop = StopSignal.install();
        var home = Home.find();
        var folder = options.data(home.up());
        var settings = new SuiteSettings(home.root(), folder, options.ports(), market(home));
        return new SuiteRun(
                        home,
                        settings,
                        untilDrained ? Goal.DRAINED : Goal.STOPPED,
                        Terminal.ofThisProcess(),
                        stop,
                        Clock.systemUTC(),
                        () -> {})
                .run();
    }

    private void requireSense() {
        if (rounds() < 0) {
            throw new ParameterException(spec.commandLine(), "--rounds must be 0 (for ever) or more, not " + rounds());
        }
        if (untilDrained && rounds() == 0) {
            throw new ParameterException(
                    spec.commandLine(), "--until-drained needs an end of polling: give --rounds 1 or more");
        }
    }

    private MarketSource market(Home home) {
        return recorded == null
                ? new ConfiguredProviders(options.config(home), rounds(), System.getenv())
                : new RecordedMarketFolder(recorded, options.config(home), rounds());
    }

    int rounds() {
        if (rounds != null) {
            return rounds;
        }
        return untilDrained || recorded != null ? 1 : 0;
    }
}
