package dev.marketlake.allinone;

import dev.marketlake.allinone.query.QueryRefused;
import dev.marketlake.allinone.suite.SuiteFailure;
import dev.marketlake.allinone.watch.BrokerSilent;
import dev.marketlake.config.InvalidConfig;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. Exit code 0 only when what was asked for holds; 1 where it does not; 2 for a command line it does not understand. */
@Command(
        name = "marketlake",
        description = "Market data to live alerts and a trustworthy lake.",
        mixinStandardHelpOptions = true,
        version = "marketlake 0.1.0",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            QueryCommand.class,
            TablesCommand.class,
            HistoryCommand.class,
            SnapshotCommand.class,
            CompactCommand.class,
            VacuumCommand.class,
            StatusCommand.class,
            ReplayCommand.class,
            LedgerCommand.class,
            AuditCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            RejectedCommand.class
        })
public final class Marketlake implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** With the commands that other modules add. */
    public static CommandLine commandLine() {
        var commands = new CommandLine(new Marketlake())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> fail(failure, line));
        ServiceLoader.load(MoreCommands.class).forEach(more -> more.commands().forEach(commands::addSubcommand));
        return commands;
    }

    private static int fail(Exception failure, CommandLine line) throws Exception {
        return switch (failure) {
            case CommandFailure said -> explain(line.getErr(), line, said);
            case SuiteFailure said -> explain(line.getErr(), line, said);
            case QueryRefused said -> explain(line.getErr(), line, said);
            case BrokerSilent said -> explain(line.getErr(), line, said);
            case InvalidConfig said -> explain(line.getErr(), line, said);
            case UncheckedIOException said -> explain(line.getErr(), line, said);
            default -> throw failure;
        };
    }

    private static int explain(PrintWriter err, CommandLine line, Exception said) {
        var cause = said instanceof UncheckedIOException && said.getCause() != null ? " (" + said.getCause() + ")" : "";
        err.println(line.getCommandName() + ": " + said.getMessage() + cause);
        err.flush();
        return line.getCommandSpec().exitCodeOnExecutionException();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
