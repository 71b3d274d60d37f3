package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.DemoClock;
import dev.marketlake.allinone.suite.SuiteSettings;
import dev.marketlake.allinone.suite.SyntheticMarket;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description =
                "Runs the whole suite on a synthetic market: no keys, no network. Ctrl-C stops it; the next start goes on.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private SuiteOptions options = new SuiteOptions();

    @Override
    public Integer call() {
        var stop = StopSignal.install();
        var home = Home.find();
        var folder = options.data(home.demo());
        var clock = Clock.systemUTC();
        var market = new SyntheticMarket(options.config(home), clock);
        var settings = new SuiteSettings(home.root(), folder, options.ports(), market);
        return new SuiteRun(
                        home,
                        settings,
                        Goal.STOPPED,
                        Terminal.ofThisProcess(),
                        stop,
                        clock,
                        () -> DemoClock.tick(folder, clock))
                .run();
    }
}
