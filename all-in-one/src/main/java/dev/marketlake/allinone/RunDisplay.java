package dev.marketlake.allinone;

import dev.marketlake.allinone.watch.BrokerSilent;
import dev.marketlake.allinone.watch.Figures;
import dev.marketlake.allinone.watch.StatusLine;
import dev.marketlake.allinone.watch.SuiteWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The live status: one line replaced every second at a terminal, a plain line every 10 s elsewhere; first events are kept. */
final class RunDisplay {
    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final Clock clock;
    private final Instant began;
    private Instant nextPlainLine;
    private long rowsBefore = -1;
    private boolean rowsSeen;
    private boolean alertSeen;

    RunDisplay(Terminal terminal, Clock clock, Instant began) {
        this.terminal = terminal;
        this.clock = clock;
        this.began = began;
        this.nextPlainLine = clock.instant();
    }

    void hints(Goal goal) {
        if (goal == Goal.STOPPED) {
            terminal.print("  in another terminal:  ./marketlake query \"select symbol, open_time, close, volume from"
                    + " silver.bars order by open_time desc limit 10\"");
            terminal.print(
                    "                        ./marketlake tables   or   ./marketlake status        Ctrl-C here stops all");
        }
    }

    void refresh(SuiteWatch watch) {
        try {
            var figures = watch.figures();
            firsts(figures);
            line(StatusLine.of(figures));
        } catch (BrokerSilent silent) {
            line("the broker does not answer: " + silent.getMessage());
        }
    }

    private void line(String text) {
        if (terminal.isInteractive()) {
            terminal.show(text);
        } else if (!clock.instant().isBefore(nextPlainLine)) {
            terminal.print(text);
            nextPlainLine = clock.instant().plus(PLAIN_LINE_EVERY);
        }
    }

    /** Rows and alerts of an earlier run of the same folder do not count. */
    private void firsts(Figures figures) {
        long rows = figures.rowsOf("silver.bars");
        if (rowsBefore < 0) {
            rowsBefore = rows;
        }
        if (!rowsSeen && rows > rowsBefore) {
            rowsSeen = true;
            terminal.print(elapsed(figures) + first() + "rows in silver.bars");
        }
        var alert = figures.lastAlert().filter(raised -> !raised.raisedAt().isBefore(began));
        if (!alertSeen && alert.isPresent()) {
            alertSeen = true;
            terminal.print(elapsed(figures) + first() + "alert: " + alert.get().message());
        }
    }

    private String first() {
        return rowsBefore > 0 ? "first new " : "first ";
    }

    private String elapsed(Figures figures) {
        return String.format(
                Locale.ROOT, "%6.1f s  ", Duration.between(began, figures.at()).toMillis() / 1000.0);
    }
}
