package dev.marketlake.allinone.query;

import dev.marketlake.lake.read.LakeCatalog;
import dev.marketlake.lake.read.LakeFile;
import dev.marketlake.lake.store.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Data files of a distant bucket, kept once fetched: they never change.
 *
 * @param folder for this bucket alone
 */
record DownloadedFiles(LakeCatalog catalog, Path folder) implements DataFiles {
    @Override
    public Path path(LakeFile file) throws StoreFailure {
        var kept = folder.resolve(file.key());
        if (Files.exists(kept)) {
            return kept;
        }
        var bytes = catalog.read(file);
        try {
            Files.createDirectories(kept.getParent());
            var beside = Files.createTempFile(kept.getParent(), "fetch", ".part");
            Files.write(beside, bytes);
            return Files.move(beside, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep " + file.key() + " in " + folder, failure);
        }
    }
}
