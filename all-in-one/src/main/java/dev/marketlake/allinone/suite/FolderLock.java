package dev.marketlake.allinone.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a data folder to one suite. The operating system lets go of it when the process ends, however it ends, so a
 * stale {@code run.json} never counts.
 */
final class FolderLock implements AutoCloseable {
    private static final int TRIES = 10;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws SuiteFailure naming the folder and the process that uses it */
    static FolderLock take(DataFolder folder) {
        folder.make();
        try {
            var channel = FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw inUse(folder, RunFile.read(folder));
            }
            // Of a suite that was killed: nobody may take it for ours while we start.
            RunFile.delete(folder);
            return new FolderLock(channel);
        } catch (OverlappingFileLockException ours) {
            // The channel stays open: closing it would release the lock this very process holds.
            throw inUse(folder, RunFile.read(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use the data folder " + folder.root(), failure);
        }
    }

    /** Tries for a second: a command that only looks whether a suite runs here holds the lock for a moment. */
    private static boolean lock(FileChannel channel) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            if (channel.tryLock() != null) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return false;
    }

    /** True while another process, or this one, holds it. */
    static boolean isHeld(DataFolder folder) {
        if (Files.notExists(folder.lockFile())) {
            return false;
        }
        try (var channel = FileChannel.open(folder.lockFile(), StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot look into the data folder " + folder.root(), failure);
        }
    }

    private static SuiteFailure inUse(DataFolder folder, Optional<RunFile> run) {
        var by = run.map(suite -> "by the suite of process " + suite.pid()).orElse("by a suite that is just starting");
        return new SuiteFailure(
                folder.root() + " is in use " + by + ": stop that one, or choose another folder with --data DIR");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot release the data folder", failure);
        }
    }
}
