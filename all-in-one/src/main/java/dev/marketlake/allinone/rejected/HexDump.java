package dev.marketlake.allinone.rejected;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes for people: text as text, all else in lines of sixteen, as {@code 00000010  00 00 00 01 ...  |....AAPL........|}. */
final class HexDump {
    private static final int WIDTH = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexDump() {}

    static List<String> lines(byte[] bytes) {
        return isText(bytes) ? new String(bytes, StandardCharsets.UTF_8).lines().toList() : dump(bytes);
    }

    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    private static List<String> dump(byte[] bytes) {
        var lines = new ArrayList<String>();
        for (int from = 0; from < bytes.length; from += WIDTH) {
            int to = Math.min(from + WIDTH, bytes.length);
            var text = new StringBuilder();
            for (int i = from; i < to; i++) {
                text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            lines.add(String.format("%08x  %-47s  |%s|", from, HEX.formatHex(bytes, from, to), text));
        }
        return lines;
    }
}
