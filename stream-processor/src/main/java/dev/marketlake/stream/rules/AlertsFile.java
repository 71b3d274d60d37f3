package dev.marketlake.stream.rules;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Mistakes;
import dev.marketlake.config.Watchlist;
import dev.marketlake.config.YamlText;
import dev.marketlake.stream.judge.AlertRules;
import java.nio.file.Path;

/** The file config/alerts.yml. */
public final class AlertsFile {
    private AlertsFile() {}

    /**
     * Its rules, versioned by a digest of the file.
     *
     * @param watchlist the symbols that rules may name
     * @throws InvalidConfig with a line for each mistake: the file, the line and column, the rule, what is wrong and what is right
     */
    public static AlertRules read(Path file, Watchlist watchlist) {
        return rules(file, YamlText.of(file), watchlist);
    }

    /** The rules of a text that was read from {@code file}. @throws InvalidConfig as {@link #read} */
    static AlertRules rules(Path file, String text, Watchlist watchlist) {
        Mistakes mistakes = new Mistakes(file);
        AlertRules rules = new RulesReader(watchlist, mistakes).read(text, YamlText.version(text));
        mistakes.refuse();
        return rules;
    }
}
