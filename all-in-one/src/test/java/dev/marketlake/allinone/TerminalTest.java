package dev.marketlake.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void elsewhere_than_at_a_terminal_only_lines_that_stay_are_written() {
        var terminal = new Terminal(out, 0);
        terminal.show("now");
        terminal.print("for good");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("for good");
    }

    @Test
    void at_a_terminal_the_shown_line_is_cut_so_that_it_can_be_replaced() {
        new Terminal(out, 10).show("0123456789abc");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).endsWith("012345678");
    }

    @Test
    void at_a_terminal_a_line_that_stays_replaces_the_shown_one() {
        var terminal = new Terminal(out, 80);
        terminal.show("now");
        terminal.print("for good");
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("now\r\u001b[2Kfor good");
    }
}
