package dev.marketlake.proofs;

import dev.marketlake.proofs.claim.ProofFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where the runs of a proof keep their data. */
final class WorkFolder {
    private WorkFolder() {}

    /** Deletes what is there and makes the folder again; for folders that belong to proofs alone. */
    static Path anew(Path folder) {
        remove(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + folder + " anew", failure);
        }
    }

    /** Deletes it and all that is in it. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + folder, failure);
        }
    }

    /** @throws ProofFailed where something is in it: a proof begins with nothing */
    static Path empty(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new ProofFailed(folder + " is not empty: give a new folder with --data");
                }
            }
            return folder.toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use " + folder, failure);
        }
    }
}
