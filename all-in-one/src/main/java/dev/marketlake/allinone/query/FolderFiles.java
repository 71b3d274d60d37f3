package dev.marketlake.allinone.query;

import dev.marketlake.lake.read.LakeFile;
import dev.marketlake.lake.store.StoreFailure;
import java.nio.file.Files;
import java.nio.file.Path;

/** A bucket whose objects are files of this machine. */
record FolderFiles(Path bucket) implements DataFiles {
    @Override
    public Path path(LakeFile file) throws StoreFailure {
        var path = bucket.resolve(file.key());
        if (!Files.exists(path)) {
            throw new StoreFailure.NotFound(file.key());
        }
        return path;
    }
}
