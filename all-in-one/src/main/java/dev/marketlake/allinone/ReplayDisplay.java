package dev.marketlake.allinone;

import dev.marketlake.allinone.replay.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A replay at the terminal: a bar that is replaced in place; elsewhere a plain line every 10 s. */
final class ReplayDisplay implements Progress {
    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private final Clock clock;
    private Instant nextPlainLine;

    ReplayDisplay(Terminal terminal, Clock clock) {
        this.terminal = terminal;
        this.clock = clock;
        this.nextPlainLine = clock.instant().plus(PLAIN_LINE_EVERY);
    }

    @Override
    public void said(String line) {
        terminal.print(line);
    }

    @Override
    public void stands(String line, double share) {
        if (terminal.isInteractive()) {
            terminal.show(bar(share) + "  " + line);
        } else if (!clock.instant().isBefore(nextPlainLine)) {
            terminal.print(bar(share) + "  " + line);
            nextPlainLine = clock.instant().plus(PLAIN_LINE_EVERY);
        }
    }

    static String bar(double share) {
        int full = (int) Math.round(Math.clamp(share, 0.0, 1.0) * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%",
                "=".repeat(full),
                " ".repeat(WIDTH - full),
                100 * Math.clamp(share, 0.0, 1.0));
    }
}
