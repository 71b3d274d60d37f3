package dev.marketlake.allinone.query;

import dev.marketlake.lake.read.LakeFile;
import java.nio.file.Path;

/** A bucket whose objects are files of this machine. */
record FolderFiles(Path bucket) implements DataFiles {
    @Override
    public Path path(LakeFile file) {
        return bucket.resolve(file.key());
    }
}
