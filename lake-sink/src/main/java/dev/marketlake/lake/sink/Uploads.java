package dev.marketlake.lake.sink;

import dev.marketlake.lake.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few threads, shared by all tables, that encode and put data files. */
final class Uploads implements AutoCloseable {
    private final ExecutorService threads;

    Uploads(int parallel) {
        this.threads = Executors.newFixedThreadPool(
                parallel,
                Thread.ofPlatform().name("lake-upload-", 0).daemon(true).factory());
    }

    /** Runs all tasks to their end, then returns their results in order. @throws StoreFailure the first one, where any failed */
    <T> List<T> all(List<Callable<T>> tasks) throws StoreFailure {
        try {
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("a data file could not be written: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure.Unavailable("interrupted while writing data files", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
