package dev.marketlake.proofs.reference;

import dev.marketlake.allinone.Marketlake;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Every command as its {@code --help} tells it, but for those that are not for users. */
final class CommandsPage {
    private static final int WIDTH = 110;

    private CommandsPage() {}

    static String text() {
        var page = new Markdown("Commands")
                .text(
                        "What `./marketlake COMMAND --help` says. Exit codes: 0 where what was asked for holds, 1 where it does not, 2 for a"
                                + " command line that is not understood.");
        describe(Marketlake.commandLine(), page);
        return page.toString();
    }

    private static void describe(CommandLine command, Markdown page) {
        page.section(command.getCommandSpec().qualifiedName())
                .verbatim(command.setUsageHelpWidth(WIDTH).getUsageMessage(Ansi.OFF));
        command.getSubcommands().values().stream()
                .distinct()
                .filter(below -> !below.getCommandSpec().usageMessage().hidden())
                .forEach(below -> describe(below, page));
    }
}
