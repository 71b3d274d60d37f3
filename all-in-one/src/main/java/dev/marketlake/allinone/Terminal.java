package dev.marketlake.allinone;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where a long command shows itself: lines that stay, and at a terminal one line at the bottom that is replaced in place.
 *
 * @param columns width to cut the replaced line to; 0 where the output is no terminal
 */
record Terminal(PrintStream out, int columns) {
    private static final String CLEAR_LINE = "\r\u001b[2K";

    static Terminal ofThisProcess() {
        var interactive = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return new Terminal(System.out, interactive.isPresent() ? width() : 0);
    }

    /** Beside an answer that goes to standard output. */
    static Terminal beside(PrintStream err) {
        return new Terminal(err, ofThisProcess().columns());
    }

    boolean isInteractive() {
        return columns > 0;
    }

    /** A line that stays. */
    void print(String line) {
        out.println(isInteractive() ? CLEAR_LINE + line : line);
        out.flush();
    }

    /** At a terminal, the line at the bottom; elsewhere nothing. */
    void show(String line) {
        if (isInteractive()) {
            out.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
            out.flush();
        }
    }

    private static int width() {
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            if (stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0) {
                var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                return Math.max(40, Integer.parseInt(size.substring(size.indexOf(' ') + 1)));
            }
        } catch (IOException | NumberFormatException unknown) {
            return 100;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 100;
    }
}
