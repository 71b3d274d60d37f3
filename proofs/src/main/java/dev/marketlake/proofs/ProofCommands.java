package dev.marketlake.proofs;

import dev.marketlake.allinone.MoreCommands;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Adds {@code prove} and {@code bench} to the command line. */
public final class ProofCommands implements MoreCommands {
    @Override
    public List<Object> commands() {
        return List.of(new Prove(), new Bench(), new RehearseCommand());
    }

    /** The whole command line that led to a command. */
    static List<String> asGiven(CommandSpec command) {
        return command.root().commandLine().getParseResult().originalArgs();
    }

    @Command(
            name = "prove",
            description =
                    "Proves a claim on this machine and ends with one line of figures; exit code 0 only if it holds.",
            mixinStandardHelpOptions = true,
            subcommands = {
                JourneyCommand.class,
                OrderProofCommand.class,
                ReplayProofCommand.class,
                AmbiguousCommitsCommand.class,
                CrashPointsCommand.class,
                ContentionCommand.class,
                ZombieCommand.class,
                OutagesCommand.class,
                RebuildCommand.class
            })
    static final class Prove implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name a suite: "
                            + String.join(
                                    ", ", new CommandLine(this).getSubcommands().keySet()));
        }
    }

    @Command(
            name = "bench",
            description = "Measures on this machine, checks the answer, and ends with one line of figures.",
            mixinStandardHelpOptions = true,
            subcommands = {
                ReplayBenchCommand.class,
                LatencyBenchCommand.class,
                SinkBenchCommand.class,
                SnapshotBenchCommand.class
            })
    static final class Bench implements Runnable {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name a bench: "
                            + String.join(
                                    ", ", new CommandLine(this).getSubcommands().keySet()));
        }
    }
}
