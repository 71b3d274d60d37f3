package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.StoreFailure;
import java.util.function.Supplier;

/** Kernel wraps what the store throws in exceptions of several kinds: brings the store's own failure back. */
final class Calls {
    private Calls() {}

    static <T> T kernel(Supplier<T> call) throws StoreFailure {
        try {
            return call.get();
        } catch (RuntimeException e) {
            StoreFailure failure = StoreFailure.in(e);
            if (failure != null) {
                throw failure;
            }
            throw e;
        }
    }
}
