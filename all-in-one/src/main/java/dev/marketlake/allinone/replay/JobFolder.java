package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.suite.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where one job keeps what it needs to go on: {@code job.json}, {@code raw/} with its sorted input, {@code replayed/TABLE/} with the rows it
 * derived, {@code streams/}, {@code spill/}, {@code job.log}. One process at a time holds it.
 */
final class JobFolder implements AutoCloseable {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path root;
    private final FileChannel lock;

    private JobFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the folder of a new job. */
    static JobFolder begin(DataFolder data, JobState state) {
        var root = data.jobs().resolve(state.id());
        try {
            Files.createDirectories(root);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make the job's folder " + root, failure);
        }
        var folder = new JobFolder(root, lock(root));
        folder.write(state);
        return folder;
    }

    /** Takes the folder of a job that was begun before. @throws ReplayFailure where there is none, or another process has it */
    static JobFolder resume(DataFolder data, String id) {
        var root = data.jobs().resolve(id);
        if (id.contains("/") || !Files.isRegularFile(root.resolve("job.json"))) {
            throw new ReplayFailure(
                    "there is no job " + id + " in " + data.jobs() + ": unfinished are " + unfinished(data));
        }
        return new JobFolder(root, lock(root));
    }

    private static List<String> unfinished(DataFolder data) {
        if (!Files.isDirectory(data.jobs())) {
            return List.of();
        }
        try (var jobs = Files.list(data.jobs())) {
            return jobs.filter(job -> Files.exists(job.resolve("job.json")))
                    .map(job -> job.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + data.jobs(), failure);
        }
    }

    private static FileChannel lock(Path root) {
        try {
            var channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return channel;
                }
            } catch (OverlappingFileLockException ours) {
                // Falls through: held by this very process.
            }
            channel.close();
            throw new ReplayFailure("job " + root.getFileName() + " is being worked on by another process");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use the job's folder " + root, failure);
        }
    }

    JobState state() {
        try {
            return JSON.readValue(root.resolve("job.json"), JobState.class);
        } catch (JacksonException unreadable) {
            throw new ReplayFailure(
                    root.resolve("job.json") + " cannot be read: delete " + root + " and replay again", unreadable);
        }
    }

    /** Replaces the state in one step. */
    void write(JobState state) {
        var beside = root.resolve("job.json.new");
        try {
            Files.writeString(beside, JSON.writeValueAsString(state) + "\n");
            Files.move(
                    beside,
                    root.resolve("job.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the job's state in " + root, failure);
        }
    }

    Path root() {
        return root;
    }

    Path raw() {
        return root.resolve("raw");
    }

    Path replayed() {
        return root.resolve("replayed");
    }

    Path spill() {
        return root.resolve("spill");
    }

    Path streams() {
        return root.resolve("streams");
    }

    Path log() {
        return root.resolve("job.log");
    }

    /** Deletes everything; with {@code Kept.ROWS} the derived rows stay behind. */
    void delete(Kept kept) {
        try (var all = Files.walk(root)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                var stays = kept == Kept.ROWS && (each.startsWith(replayed()) || each.equals(root));
                if (!stays) {
                    Files.delete(each);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + root, failure);
        }
    }

    /** What of a job outlives it. */
    enum Kept {
        NOTHING,
        ROWS
    }

    /** The Parquet files of a folder; none where it is not there. */
    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot release the job's folder", failure);
        }
    }
}
