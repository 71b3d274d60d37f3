package dev.marketlake.stream.rules;

import dev.marketlake.config.FollowedFile;
import dev.marketlake.config.Watchlist;
import dev.marketlake.stream.judge.AlertRules;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The rules of alerts.yml, followed while the file changes. Looked at by one thread, asked by any. */
public final class FollowedRules implements Supplier<AlertRules> {
    private final FollowedFile<AlertRules> file;

    /** Reads the file. @throws InvalidConfig telling every mistake in it */
    public FollowedRules(Path file, Watchlist watchlist) {
        this.file = new FollowedFile<>(file, text -> AlertsFile.rules(file, text, watchlist));
    }

    /** The rules in force. */
    @Override
    public AlertRules get() {
        return file.get();
    }

    /** One line about the rules in force, and all that is wrong with the file where they are not those it has now. */
    public String told() {
        AlertRules rules = get();
        String inForce = rules.rules().size() + " in force, version " + rules.version();
        return file.refusal().map(why -> "refused: " + why + "; " + inForce).orElse(inForce);
    }

    /** Looks whether the file has changed. */
    public void look() {
        file.look();
    }
}
