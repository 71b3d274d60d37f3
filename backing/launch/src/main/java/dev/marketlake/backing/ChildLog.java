package dev.marketlake.backing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that one life of a child appends its output to. Earlier lives may have written before {@code from}.
 *
 * @param from bytes, the file's length when this life began
 */
record ChildLog(Path file, long from) {
    private static final int LONGEST_READ = 32 * 1024;
    private static final int LAST_LINES = 20;

    static ChildLog beginAt(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new ChildLog(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the log " + file, failure);
        }
    }

    /** Only the first 32 KiB of this life are searched: readiness comes early. */
    boolean holdsLine(String line) {
        return read(from).lines().anyMatch(line::equals);
    }

    /** At most 20 lines, none of them of an earlier life. */
    List<String> lastLines() {
        var lines = read(Math.max(from, length() - LONGEST_READ)).lines().toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    private long length() {
        return file.toFile().length();
    }

    private String read(long position) {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var text = new byte[(int) Math.clamp(bytes.length() - position, 0, LONGEST_READ)];
            bytes.seek(position);
            bytes.readFully(text);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the log " + file, failure);
        }
    }
}
