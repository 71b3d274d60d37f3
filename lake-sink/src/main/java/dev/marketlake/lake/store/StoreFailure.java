package dev.marketlake.lake.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an object store can answer instead of doing what it was asked. Messages name the key, never a secret. */
public abstract sealed class StoreFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private StoreFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The first failure of this kind in the chain of causes, or null where there is none. */
    public static @Nullable StoreFailure in(@Nullable Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 50; depth++) {
            if (at instanceof StoreFailure failure) {
                return failure;
            }
            at = at.getCause();
        }
        return null;
    }

    /** There is no such object or bucket (404). */
    public static final class NotFound extends StoreFailure {
        private static final long serialVersionUID = 1L;

        public NotFound(String what) {
            super(what + " does not exist", null);
        }
    }

    /** The key is taken (412). */
    public static final class AlreadyExists extends StoreFailure {
        private static final long serialVersionUID = 1L;

        public AlreadyExists(String key) {
            super(key + " exists already", null);
        }
    }

    /** Another write of the same key was under way (409). */
    public static final class Conflict extends StoreFailure {
        private static final long serialVersionUID = 1L;

        public Conflict(String key) {
            super(key + " is being written by someone else", null);
        }
    }

    /** The store knows us and refuses, or does not know us (401, 403). Trying again helps only after someone corrects it. */
    public static final class Denied extends StoreFailure {
        private static final long serialVersionUID = 1L;

        public Denied(String message) {
            super(message, null);
        }
    }

    /** No usable answer: refused connection, time-out, reset, 5xx, full disk. What was asked may have been done. */
    public static final class Unavailable extends StoreFailure {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
