package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Optional;

/** Kernel's files on our object store; paths are {@code s3://bucket/key}. */
final class StoreFiles implements FileIO {
    private final ObjectStore store;
    private final String root;

    StoreFiles(ObjectStore store) {
        this.store = store;
        this.root = "s3://" + store.bucket() + "/";
    }

    /** Writes a file whole, over an older one. */
    void put(String path, byte[] content) throws IOException {
        write(path, content, Overwriting.ALLOWED);
    }

    String path(String key) {
        return root + key;
    }

    private String key(String path) {
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException(path + " is not in " + root);
        }
        return path.substring(root.length());
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String path) throws IOException {
        String from = key(path);
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        List<StoredObject> found = store.list(folder, from);
        if (found.isEmpty() && store.list(folder, "").isEmpty()) {
            throw new FileNotFoundException(folder + " does not exist");
        }
        return new Listed<>(found.stream().map(this::status).iterator());
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        return translated(path, () -> status(store.head(key(path))));
    }

    FileStatus status(StoredObject object) {
        return FileStatus.of(
                path(object.key()), object.bytes(), object.modified().toEpochMilli());
    }

    @Override
    public String resolvePath(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public boolean mkdirs(String path) {
        return true;
    }

    @Override
    public InputFile newInputFile(String path, long size) {
        return new InputFile() {
            @Override
            public long length() throws IOException {
                // Kernel passes 0 and -1 where it does not know.
                return size > 0 ? size : getFileStatus(path).getSize();
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public SeekableInputStream newStream() throws IOException {
                return new WholeObject(path, read(path));
            }
        };
    }

    private byte[] read(String path) throws IOException {
        return translated(path, () -> store.get(key(path)));
    }

    private void write(String path, byte[] content, Overwriting mode) throws IOException {
        translated(path, () -> {
            switch (mode) {
                case ALLOWED -> store.put(key(path), content);
                case REFUSED -> store.putIfAbsent(key(path), content);
            }
            return true;
        });
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new OutputFile() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public PositionOutputStream create(boolean atomic) {
                throw new UnsupportedOperationException(path + " is not written as a stream");
            }

            @Override
            public void writeAtomically(CloseableIterator<String> lines, boolean overwrite) throws IOException {
                ByteArrayOutputStream content = new ByteArrayOutputStream(4096);
                try (lines) {
                    while (lines.hasNext()) {
                        content.writeBytes(lines.next().getBytes(StandardCharsets.UTF_8));
                        content.write('\n');
                    }
                }
                write(path, content.toByteArray(), overwrite ? Overwriting.ALLOWED : Overwriting.REFUSED);
            }
        };
    }

    @Override
    public boolean delete(String path) throws IOException {
        store.delete(key(path));
        return true;
    }

    @Override
    public Optional<String> getConf(String name) {
        return Optional.empty();
    }

    @Override
    public void copyFileAtomically(String from, String to, boolean overwrite) throws IOException {
        write(to, read(from), overwrite ? Overwriting.ALLOWED : Overwriting.REFUSED);
    }

    private enum Overwriting {
        ALLOWED,
        REFUSED
    }

    private interface StoreCall<T> {
        T make() throws StoreFailure;
    }

    /** Kernel knows two failures by their class; the rest it wraps, and we find them again in the causes. */
    private static <T> T translated(String path, StoreCall<T> call) throws IOException {
        try {
            return call.make();
        } catch (StoreFailure.NotFound e) {
            throw (IOException) new FileNotFoundException(path).initCause(e);
        } catch (StoreFailure.AlreadyExists e) {
            throw (IOException) new FileAlreadyExistsException(path).initCause(e);
        }
    }
}
