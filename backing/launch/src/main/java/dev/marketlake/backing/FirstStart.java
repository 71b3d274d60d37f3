package dev.marketlake.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The first start of a program that makes its database step by step. A death in the middle leaves tables missing, and every later start
 * would fail on them; so what an unfinished first start left behind is thrown away. Nothing is lost: no client was served from it.
 *
 * @param folder the database; a file {@code complete} in it says that a start was once finished
 */
record FirstStart(Path folder) {
    private static final String MARK = "complete";

    /** Deletes a database that never served. Call before the program starts. */
    void clearUnfinished() {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(MARK))) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the unfinished database in " + folder + " cannot be removed", e);
        }
    }

    /** Says that the program serves. Call once it does. */
    void finished() {
        try {
            Files.createDirectories(folder);
            if (!Files.exists(folder.resolve(MARK))) {
                Files.createFile(folder.resolve(MARK));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }
}
