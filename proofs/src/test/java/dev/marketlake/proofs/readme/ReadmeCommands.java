package dev.marketlake.proofs.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What the README tells its reader to type. */
final class ReadmeCommands {
    private static final Pattern SHELL = Pattern.compile("(?s)```bash\\n(.*?)```");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String LAUNCHER = "./marketlake";

    private ReadmeCommands() {}

    /** The arguments of every {@code ./marketlake} line of the shell blocks, in their order. */
    static List<List<String>> ofTheLauncher(Path readme) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        var blocks = SHELL.matcher(Files.readString(readme));
        while (blocks.find()) {
            Arrays.stream(blocks.group(1).split("\n"))
                    .map(ReadmeCommands::words)
                    .filter(words -> !words.isEmpty() && words.getFirst().equals(LAUNCHER))
                    .forEach(words -> commands.add(words.subList(1, words.size())));
        }
        return commands;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        var found = WORD.matcher(line.replaceFirst(" # .*", ""));
        while (found.find()) {
            words.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
        return words;
    }
}
