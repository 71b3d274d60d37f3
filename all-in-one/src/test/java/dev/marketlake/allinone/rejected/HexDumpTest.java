package dev.marketlake.allinone.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.stream.observation.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HexDumpTest {
    @Test
    void text_is_shown_as_text() {
        assertThat(HexDump.lines("{\"a\": \"Ünïcode €\"}\n{}".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("{\"a\": \"Ünïcode €\"}", "{}");
    }

    @Test
    void all_else_is_shown_whole_in_lines_of_sixteen() {
        var bytes = "0\u0001AAPL-and-so-on-".getBytes(StandardCharsets.UTF_8);
        assertThat(HexDump.lines(bytes))
                .containsExactly(
                        "00000000  30 01 41 41 50 4c 2d 61 6e 64 2d 73 6f 2d 6f 6e  |0.AAPL-and-so-on|",
                        "00000010  2d                                               |-|");
        assertThat(HexDump.lines(new byte[] {(byte) 0xff})).hasSize(1);
        assertThat(HexDump.lines(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_has_a_remedy(Reason reason) {
        assertThat(Remedy.against(reason.name())).endsWith(".").doesNotContain("does not know");
    }
}
