package dev.marketlake.stream.rules;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Watchlist;
import dev.marketlake.stream.judge.AlertRules;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of alerts.yml, followed while the file changes. It goes by what the file says, read whole at each look: a file that is written
 * over, replaced by an editor or reached through another symbolic link is the same to it. A text counts once two looks in a row have found
 * it, so that one half written does not.
 *
 * <pre>
 *   two looks in a row find         rules in force      refusal
 *   ------------------------------  ------------------  --------
 *   the text they were read from    stay                none
 *   another text, without mistake   become those of it  none
 *   another text, with mistakes     stay                mistakes
 *   no file that can be read        stay                why
 * </pre>
 *
 * Looked at by one thread, asked by any.
 */
public final class FollowedRules implements Supplier<AlertRules> {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedRules.class);

    private final Path file;
    private final Watchlist watchlist;
    private volatile State state;
    private Reading decided;
    private Reading seen;

    /**
     * Where it stands.
     *
     * @param refusal what is wrong with the file as it is now; null where its rules are in force
     */
    private record State(AlertRules inForce, @Nullable String refusal) {}

    /**
     * What a look found.
     *
     * @param text of the file, or why it cannot be read
     */
    private record Reading(boolean readable, String text) {
        static Reading of(Path file) {
            try {
                return new Reading(true, AlertsFile.text(file));
            } catch (InvalidConfig e) {
                return new Reading(false, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Reads the file. @throws InvalidConfig telling every mistake in it */
    public FollowedRules(Path file, Watchlist watchlist) {
        this.file = file;
        this.watchlist = watchlist;
        this.seen = new Reading(true, AlertsFile.text(file));
        this.decided = seen;
        this.state = new State(AlertsFile.rules(file, seen.text(), watchlist), null);
    }

    /** The rules in force. */
    @Override
    public AlertRules get() {
        return state.inForce();
    }

    /** One line about the rules in force, and all that is wrong with the file where they are not those it has now. */
    public String told() {
        State now = state;
        AlertRules rules = now.inForce();
        String inForce = rules.rules().size() + " in force, version " + rules.version();
        return now.refusal() == null ? inForce : "refused: " + now.refusal() + "; " + inForce;
    }

    /** Looks whether the file has changed. */
    public void look() {
        Reading now = Reading.of(file);
        boolean steady = now.equals(seen);
        seen = now;
        if (steady && !now.equals(decided)) {
            decided = now;
            state = decide(now);
        }
    }

    private State decide(Reading now) {
        try {
            if (!now.readable()) {
                throw new InvalidConfig(now.text());
            }
            AlertRules rules = AlertsFile.rules(file, now.text(), watchlist);
            LOG.info(
                    "{} alert rules of {} are in force, version {}",
                    rules.rules().size(),
                    file,
                    rules.version());
            return new State(rules.equals(get()) ? get() : rules, null);
        } catch (InvalidConfig e) {
            LOG.warn("New alert rules are refused, version {} stays in force: {}", get().version(), e.getMessage());
            return new State(get(), e.getMessage());
        }
    }
}
