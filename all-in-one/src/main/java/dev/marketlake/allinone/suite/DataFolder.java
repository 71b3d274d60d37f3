package dev.marketlake.allinone.suite;

import dev.marketlake.backing.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one suite keeps everything: {@code broker/}, {@code registry/}, {@code store/data/BUCKET/}, {@code streams/},
 * {@code logs/}, {@code config/} where a run writes its own, {@code jobs/ID/}, {@code known/KEY/}, {@code run.json} while it runs, {@code lock}.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path broker() {
        return root.resolve("broker");
    }

    public Path registry() {
        return root.resolve("registry");
    }

    public Path store() {
        return root.resolve("store");
    }

    /** The object {@code KEY} of a bucket is the file {@code KEY} below this. */
    public Path bucket(String name) {
        return store().resolve("data").resolve(name);
    }

    public Path streams() {
        return root.resolve("streams");
    }

    public Path config() {
        return root.resolve("config");
    }

    /** One folder per history job. */
    public Path jobs() {
        return root.resolve("jobs");
    }

    /** Rows of history jobs that answer queries as known then: one folder for each question; may be deleted at any time. */
    public Path known() {
        return root.resolve("known");
    }

    public Path log(Component component) {
        return root.resolve("logs").resolve(component.word() + ".log");
    }

    Path credentialsFile() {
        return store().resolve("credentials.json");
    }

    Path runFile() {
        return root.resolve("run.json");
    }

    Path lockFile() {
        return root.resolve("lock");
    }

    /** True once a suite has been started here. */
    public boolean exists() {
        return Files.isDirectory(store());
    }

    /** What the suite that runs here wrote down; empty where none runs, whatever an earlier one left behind. */
    public Optional<RunFile> running() {
        return FolderLock.isHeld(this) ? RunFile.read(this) : Optional.empty();
    }

    /** The key pair of the object store here: made at first use, the same ever after, readable by the owner alone. */
    public Credentials credentials() {
        return StoreCredentials.of(credentialsFile());
    }

    /** Makes the folder, without its contents. */
    void make() {
        try {
            Files.createDirectories(root);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the data folder " + root, failure);
        }
    }
}
