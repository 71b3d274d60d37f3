package dev.marketlake.lake.delta;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.util.Optional;

/**
 * A file system with one file, which is only written, and only to memory.
 *
 * @param path its name
 * @param content what was written so far
 */
record OneFile(String path, CollectedFile content) implements FileIO {
    @Override
    public OutputFile newOutputFile(String wanted) {
        return new OutputFile() {
            @Override
            public String path() {
                return wanted;
            }

            @Override
            public PositionOutputStream create(boolean atomic) {
                if (!wanted.equals(path)) {
                    throw new UnsupportedOperationException(wanted + " is not " + path);
                }
                return content;
            }

            @Override
            public void writeAtomically(CloseableIterator<String> lines, boolean overwrite) {
                throw onlyWritten();
            }
        };
    }

    @Override
    public FileStatus getFileStatus(String wanted) {
        return FileStatus.of(wanted, content.getPos(), 0);
    }

    @Override
    public String resolvePath(String wanted) {
        return wanted;
    }

    @Override
    public boolean mkdirs(String folder) {
        return true;
    }

    @Override
    public Optional<String> getConf(String name) {
        return Optional.empty();
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String from) {
        throw onlyWritten();
    }

    @Override
    public InputFile newInputFile(String wanted, long size) {
        throw onlyWritten();
    }

    @Override
    public boolean delete(String wanted) {
        throw onlyWritten();
    }

    @Override
    public void copyFileAtomically(String from, String to, boolean overwrite) {
        throw onlyWritten();
    }

    private UnsupportedOperationException onlyWritten() {
        return new UnsupportedOperationException(path + " is only written, as a stream");
    }
}
