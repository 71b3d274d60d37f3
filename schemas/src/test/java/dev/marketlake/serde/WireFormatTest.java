package dev.marketlake.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class WireFormatTest {
    @Test
    void the_header_is_a_zero_byte_and_the_id_in_four_bytes_big_endian() {
        assertThat(WireFormat.header(0x01020304)).containsExactly(0, 1, 2, 3, 4);
        assertThat(WireFormat.schemaId(new byte[] {0, 1, 2, 3, 4, 99})).isEqualTo(0x01020304);
        assertThat(WireFormat.schemaId(WireFormat.header(Integer.MAX_VALUE))).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void bytes_without_the_header_are_undecodable() {
        undecodable(new byte[0], "value of 0 bytes is too short");
        undecodable(new byte[] {0, 0, 0, 1}, "value of 4 bytes is too short");
        undecodable("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8), "does not start with the zero byte");
        undecodable(new byte[] {0, -1, -1, -1, -1}, "names schema -1");
    }

    private static void undecodable(byte[] bytes, String message) {
        assertThatExceptionOfType(UndecodableValue.class)
                .isThrownBy(() -> WireFormat.schemaId(bytes))
                .withMessageContaining(message);
    }
}
