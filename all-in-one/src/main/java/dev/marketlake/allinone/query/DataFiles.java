package dev.marketlake.allinone.query;

import dev.marketlake.lake.read.LakeFile;
import dev.marketlake.lake.store.StoreFailure;
import java.nio.file.Path;

/** Data files of a lake as files of this machine. */
interface DataFiles {

    /** Where the data file can be read. @throws StoreFailure where it must be fetched and cannot be */
    Path path(LakeFile file) throws StoreFailure;
}
