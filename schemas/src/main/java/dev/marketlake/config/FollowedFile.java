package dev.marketlake.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a configuration file says, followed while it changes. It goes by what the file says, read whole at each look: a file that is
 * written over, replaced by an editor or reached through another symbolic link is the same to it. A text counts once two looks in a row
 * have found it, so that one half written does not.
 *
 * <pre>
 *   two looks in a row find       in force         refusal
 *   ----------------------------  ---------------  --------
 *   the text it was read from     stays            none
 *   another text, no mistake      becomes that     none
 *   another text, with mistakes   stays            mistakes
 *   no file that can be read      stays            why
 * </pre>
 *
 * Looked at by one thread, asked by any.
 */
public final class FollowedFile<T> implements Supplier<T> {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedFile.class);

    private final Path file;
    private final Function<String, T> reader;
    private volatile State<T> state;
    private Reading decided;
    private Reading seen;

    /**
     * Where it stands.
     *
     * @param refusal what is wrong with the file as it is now; null where what it says is in force
     */
    private record State<T>(T inForce, @Nullable String refusal) {}

    /**
     * What a look found.
     *
     * @param text of the file, or why it cannot be read
     */
    private record Reading(boolean readable, String text) {
        static Reading of(Path file) {
            try {
                return new Reading(true, YamlText.of(file));
            } catch (InvalidConfig e) {
                return new Reading(false, String.valueOf(e.getMessage()));
            }
        }
    }

    /**
     * Reads the file.
     *
     * @param reader makes something of its text; throws InvalidConfig telling every mistake
     * @throws InvalidConfig where it cannot be read, or the reader's
     */
    public FollowedFile(Path file, Function<String, T> reader) {
        this.file = file;
        this.reader = reader;
        this.seen = new Reading(true, YamlText.of(file));
        this.decided = seen;
        this.state = new State<>(reader.apply(seen.text()), null);
    }

    /** What is in force. */
    @Override
    public T get() {
        return state.inForce();
    }

    /** What is wrong with the file as it is now; empty where what it says is in force. */
    public Optional<String> refusal() {
        return Optional.ofNullable(state.refusal());
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

    private State<T> decide(Reading now) {
        try {
            if (!now.readable()) {
                throw new InvalidConfig(now.text());
            }
            T read = reader.apply(now.text());
            LOG.info("{} has changed: version {} is in force", file, YamlText.version(now.text()));
            return new State<>(read.equals(get()) ? get() : read, null);
        } catch (InvalidConfig e) {
            LOG.warn("{} has changed and is refused, what it said before stays in force: {}", file, e.getMessage());
            return new State<>(get(), e.getMessage());
        }
    }
}
