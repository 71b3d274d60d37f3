package dev.marketlake.simulator;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.CsvExport;
import dev.marketlake.simulator.market.Market;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Runs the exchange as a program.
 *
 * <p>Prints one line that begins with READY and has the URL once it serves; SIGTERM lets requests under way end. What cannot be used is one
 * line on standard error and exit code 2. {@code --help} lists the settings.
 */
public final class SimulatorProgram {
    private static final int UNUSABLE = 2;

    private SimulatorProgram() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "simulator-logback.xml");
        try {
            run(SimulatorCommand.parse(List.of(arguments), System.getenv()), System.out);
        } catch (InvalidConfig | IOException | IllegalArgumentException e) {
            System.err.println("market-simulator: " + e.getMessage());
            System.exit(UNUSABLE);
        }
    }

    private static void run(SimulatorCommand command, PrintStream out) throws IOException {
        switch (command) {
            case SimulatorCommand.Help help -> out.print(Setting.help());
            case SimulatorCommand.Export export -> export(export, out);
            case SimulatorCommand.Serve serve -> serve(serve.settings(), out);
        }
    }

    private static void export(SimulatorCommand.Export export, PrintStream out) throws IOException {
        Market market = export.settings().market().open();
        Map<Symbol, Integer> written =
                CsvExport.write(market, market.symbols(), export.from(), export.to(), export.folder());
        int rows = written.values().stream().mapToInt(Integer::intValue).sum();
        out.println("EXPORTED " + rows + " rows of " + written.size() + " symbols to " + export.folder());
    }

    private static void serve(SimulatorSettings settings, PrintStream out) {
        SimulatedExchange exchange = SimulatedExchange.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(exchange::close, "close-exchange"));
        out.println("READY market-simulator " + exchange.url() + " symbols="
                + exchange.market().symbols().size() + " stamps="
                + exchange.market().stampConvention() + " market-time="
                + exchange.clock().now());
        out.flush();
    }
}
