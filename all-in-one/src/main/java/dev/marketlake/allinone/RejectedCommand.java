package dev.marketlake.allinone;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "rejected",
        description =
                "What the stream processor of a running suite could not use: lists it, shows it whole, sends it again after a fix.",
        subcommands = {RejectedListCommand.class, RejectedShowCommand.class, RejectedResubmitCommand.class},
        mixinStandardHelpOptions = true)
final class RejectedCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name one of list, show, resubmit.");
    }
}
